/** @param {number} count @param {string} one @param {string} [many] */
const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const format = new Intl.DateTimeFormat("es", { dateStyle: "long", timeStyle: "short" });

/** @type {typeof import("./en.js").default} */
export default {
  moment: (moment) => format.format(moment),
  unusable: {
    none: "Esta dirección no lleva ninguna tarea. Abra el enlace que le dio su docente, entero.",
    damaged: "Este enlace está dañado o cortado. Cópielo otra vez, entero, o pídalo a su docente.",
    newer:
      "Este enlace se hizo con una versión más nueva de este sitio. Recargue la página; si no ayuda, pregunte a su docente.",
    tooLong: "Este enlace es más largo que los que hace este sitio. Pídalo otra vez a su docente.",
  },
  gone: (count) =>
    `${plural(count, "pregunta")} de esta tarea no ${
      count === 1 ? "está" : "están"
    } en este sitio. Avise a su docente.`,
  facts: "Lo que debe saber",
  questions: (count) => plural(count, "pregunta"),
  minutes: (minutes) =>
    `${plural(minutes, "minuto")} desde que empieza; cerrar la página no detiene el reloj`,
  noLimit: "Sin límite de tiempo",
  opens: (when) => `Se abre el ${when}`,
  due: (when) => `Plazo: ${when}; lo respondido hasta entonces queda entregado`,
  attempts: (most, used) => `${plural(most, "intento")}, ${used} usados en este navegador`,
  passMark: (percent) => `Aprobado desde ${percent} %`,
  feedback: {
    "at-once": "Verá las razones tras cada respuesta; una respuesta comprobada ya no cambia.",
    "at-end": "Verá las razones cuando haya entregado.",
    "after-due": "Verá las razones aquí cuando venza el plazo.",
    never: "Las razones no se muestran.",
  },
  fileHolds: "Lo que entrega",
  file:
    "Al final guarda un archivo y lo entrega como pida su docente. Contiene su nombre como lo escriba, sus respuestas, cuándo y cuánto tiempo estuvo a la vista cada pregunta, y qué intento es. Nada más.",
  sealed: "El archivo va sellado: solo quien tiene la clave de la clase puede leerlo.",
  open: "El archivo no va sellado: quien lo tenga puede leerlo.",
  store: (store) => `Lo mismo se envía también a ${store}, sin sellar, cuando entrega.`,
  unreachable: (store) =>
    `La tarea nombra además un almacén, ${store}, al que una página de este sitio no puede enviar: entregue el archivo.`,
  nothingSent: "Desde esta página no se envía nada.",
  name: "Su nombre",
  nameHint: "Como le conoce su docente",
  nameFirst: "Primero escriba su nombre.",
  start: "Empezar",
  again: "Empezar otro intento",
  notYet: "Todavía no se ha abierto.",
  over: "El plazo ha vencido: ya no se puede empezar ningún intento.",
  used: "Se han usado todos los intentos.",
  goOn: "Seguir con las preguntas",
  goesOn: "Su intento continúa.",
  left: (minutes) => `Quedan ${plural(minutes, "minuto")}.`,
  timeUp: "Se acabó el tiempo. Lo que había respondido quedó entregado.",
  handedIn: "Entregado.",
  done: "Su intento ha terminado",
  attempt: (attempt, when) => `Intento ${attempt}, terminado el ${when}`,
  answered: (answered, total) => `${answered} de ${plural(total, "pregunta")} respondidas`,
  score: (right, total) => `${right} de ${total} correctas`,
  passed: "Aprobado",
  failed: "No aprobado",
  save: "Guardar el archivo de resultados",
  saved: (name) => `Guardado como ${name}. Entréguelo como pida su docente.`,
  saveFirst: "Aún no ha acabado: guarde el archivo y entréguelo.",
  noSeal:
    "Este navegador no puede sellar un archivo en esta página: abra el enlace por https, o en otro navegador.",
  waiting: (left) =>
    `${plural(left, "registro")} para el almacén ${
      left === 1 ? "espera" : "esperan"
    } en este navegador y se enviarán cuando se pueda alcanzar.`,
  sent: "Todo se envió al almacén.",
  refused: (refused) => `El almacén rechazó ${plural(refused, "registro")}: entregue el archivo.`,
  resend: "Enviar otra vez",
  review: "Todas las preguntas",
  afterDue: (when) =>
    `Las razones estarán aquí desde el ${when}: abra entonces el mismo enlace, en este navegador.`,
  never: "En esta tarea no se muestran las razones.",
  earlier: "Intentos anteriores",
  notAnswered: "Sin responder.",
};
