/** @param {number} count @param {string} one @param {string} [many] */
const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** @type {typeof import("./en.js").default} */
export default {
  found: (
    found,
  ) => (found
    ? `${plural(found, "pregunta encaja", "preguntas encajan")}.`
    : "Ninguna pregunta encaja."),
  foundList: "Preguntas que encajan",
  add: "Añadir",
  addOne: (title) => `Añadir: ${title}`,
  more: (count) => `Mostrar ${count} más`,
  howMany: "Cuántas sortear",
  draw: "Sortear de estas",
  drawNoWords: "Borre las palabras del título para sortear: una regla conoce listas, no palabras.",
  added: (title) => `Añadida: ${title}.`,
  drawn: (count) => `Regla añadida: ${plural(count, "pregunta sorteada", "preguntas sorteadas")}.`,
  chosenAlready: "elegida",
  none: "Aún no hay preguntas. Búsquelas arriba y añádalas una a una, o haga sortear algunas.",
  chosen: (count) => `${plural(count, "pregunta")}, en el orden en que las reciben`,
  byHand: "a mano",
  byRule: (rule) => `regla ${rule}`,
  rules: "Reglas",
  rule: (count, what) => `Sortear ${count} de: ${what}`,
  anything: "todas las preguntas",
  lacking: (rule, got, count) =>
    `La regla ${rule} encuentra ${got} de ${count}: amplíela o sortee menos.`,
  level: (level) => `dificultad ${level}`,
  remove: "Quitar",
  removeOne: (title) => `Quitar: ${title}`,
  up: "↑",
  down: "↓",
  upOne: (title) => `Subir: ${title}`,
  downOne: (title) => `Bajar: ${title}`,
  removed: (title) => `Quitada: ${title}.`,
  moved: (place) => `Ahora en el lugar ${place} de las añadidas a mano.`,
  redraw: "Sortear de nuevo",
  redrawn: (seed) => `Sorteado de nuevo con la semilla ${seed}.`,
  clear: "Empezar una tarea nueva",
  cleared: "Todo está vacío.",
  handOut: "4. Repartir",
  flaws: {
    items: "Elija al menos una pregunta.",
    many: "En un enlace caben como mucho 200 preguntas.",
    id: "El nombre para archivos lleva minúsculas, cifras y guiones entre ellas, como mucho 80.",
    title: "Póngale un título.",
    seed: "La semilla es un número entero de 0 a 2147483647.",
    minutes: "Los minutos son un número entero de 1 a 600.",
    attempts: "Los intentos son un número entero de 1 a 100.",
    passMark: "El mínimo para aprobar es un número entero de 0 a 100.",
    order: "El plazo no vence después de la apertura.",
    due: "Para mostrar las razones tras el plazo, indique el plazo.",
    key:
      "Esto no es una clave de clase: tiene 87 signos, o es el archivo que se escribió con ella.",
    lrs:
      "Esto no es la dirección de un almacén: escriba https://… sin nombre, contraseña, interrogación ni almohadilla.",
  },
  opening: {
    load: "Cargarla en el formulario",
    loaded: (title) => `Cargada: ${title}. El formulario de abajo la muestra.`,
    undo: "Volver a lo que había antes",
    undone: "El formulario está como antes.",
    at: (line, column) => `Línea ${line}, columna ${column}:`,
    wrong: {
      empty: (_) => "No hay nada que leer: abra el archivo, o pegue el enlace o el texto.",
      long: (_) => "Es más largo de lo que puede ser una tarea; no se leyó nada.",
      brokenLink: (_) =>
        "Este enlace está dañado o incompleto: cópielo de nuevo, hasta el último signo.",
      newer: (_) =>
        "Este enlace lo hizo una versión más nueva del sitio: ábralo con el sitio al que lleva.",
      deep: (_) => "Está anidado con demasiada profundidad para una tarea.",
      syntax: (detail) => `No es YAML válido: ${detail}`,
      alias: (_) => "Escriba el valor entero: aquí no se leen referencias a otros lugares.",
      notMap: (_) => "Aquí van claves con sus valores, como «title: Semana tres».",
      notList: (_) => "Aquí va una lista: [una, otra].",
      longList: (detail) => `Esta lista tiene más de ${detail} entradas.`,
      notText: (_) => "Aquí va un texto; si pudiera leerse como número, entre comillas.",
      tooLong: (detail) => `Este texto tiene más de ${detail} signos.`,
      notWhole: (detail) => `Aquí va un número entero, ${detail}.`,
      notOneOf: (detail) => `Aquí va uno de estos: ${detail}.`,
      slug: (detail) =>
        `«${detail}» no es un nombre: minúsculas y cifras, con guiones entre ellas.`,
      code: (detail) => `«${detail}» no es un código entre comillas, como "97124".`,
      moment: (detail) =>
        `«${detail}» no es una fecha con hora y zona, como 2026-12-01T08:00:00-05:00.`,
      key: (_) => "No es una clave de clase: copie de nuevo sus 87 signos.",
      lrs: (_) =>
        "No es la dirección de un almacén: https://… sin nombre, contraseña, interrogación ni almohadilla.",
      unknownKey: (detail) => `Una tarea no tiene «${detail}».`,
      missing: (detail) => `Falta «${detail}».`,
      twice: (detail) => `La pregunta «${detail}» se nombra dos veces.`,
      heldBack: (_) =>
        "Las preguntas reservadas no están en este sitio; «rightcode export» escribe una tarea así.",
      noQuestion: (detail) =>
        `Este sitio no tiene la pregunta «${detail}»; quizá esté reservada o tenga ahora otro nombre.`,
      notOffered: (detail) => `Una regla saca preguntas de lo que este sitio no tiene (${detail}).`,
    },
  },
  still: "Todavía falta:",
  link: "Enlace para estudiantes",
  copy: "Copiar el enlace",
  copied: "El enlace está copiado.",
  copyFailed: "El navegador no lo copió: seleccione el enlace y cópielo.",
  open: "Abrirlo como estudiante",
  linkLength: (signs) =>
    `${signs} signos. Algunos programas de correo cortan enlaces de más de 2000: envíelo entonces como archivo o botón.`,
  qr: "Código QR",
  qrOf: (title) =>
    `Código QR del enlace a la tarea «${title}». El mismo enlace está arriba como texto.`,
  qrTooLong:
    "El enlace es demasiado largo para un código QR. Con menos preguntas, o instrucciones más breves, se acorta.",
  saveQr: "Guardar el código QR (SVG)",
  yaml: "Para conservar: la tarea como archivo",
  yamlNote:
    "Guarde este archivo: con él se pueden volver a hacer el mismo enlace y todas las exportaciones. Va en quizzes/assignments/.",
  saveYaml: "Guardar el archivo YAML",
  otherHost:
    "Este sitio puede enviar a su propio servidor y a los almacenes que nombra su dueño, y esta dirección no está en ninguno. Se entregarán archivos. «Where results go» explica cómo se nombra un almacén.",
  formats: "Las mismas preguntas para otros programas",
  formatsNote:
    "En el orden de arriba, en inglés. Tiempo, intentos y fechas se fijan en el programa que las da.",
  moodle: "XML de Moodle",
  gift: "GIFT",
  csvQuestions: "CSV de preguntas",
  csvAnswers: "CSV de respuestas y comentarios",
  print: "Imprimir: prueba, hoja de respuestas, clave",
  saved: (name) => `Guardado como ${name}.`,
  notLoaded: "No se pudieron cargar las preguntas. Compruebe la conexión e inténtelo otra vez.",
  paper: {
    name: "Nombre",
    date: "Fecha",
    sheet: "Hoja de respuestas",
    key: "Clave, con razones",
    minutes: (minutes) => `Tiempo: ${minutes} minutos`,
    due: (when) => `Plazo: ${when}`,
    one: "Elija una.",
    several: "Elija todas las que valen.",
    marks: "Elija los números de las palabras.",
    numbers: "Escriba un número para cada uno.",
    claim:
      "Escriba las líneas: código, unidades, modificadores. Si nada va en la reclamación, escríbalo.",
    codes: "Códigos",
    modifiers: "Modificadores",
    line: ["Línea", "Código", "Unidades", "Modificadores"],
    right: "Correcto:",
    sources: "Fuentes",
  },
};
