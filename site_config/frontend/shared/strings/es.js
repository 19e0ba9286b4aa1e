import { plural } from "../format.js";

/** @param {string} iso */
const onDay = (iso) => new Intl.DateTimeFormat("es", { dateStyle: "long" }).format(new Date(iso));

/** @type {typeof import("./en.js").default} */
export default {
  check: "Comprobar",
  checked: "Comprobada",
  chooseFirst: "Primero elija una respuesta.",
  right: "Correcto",
  wrong: "No es correcto",
  signs: { right: "✓", wrong: "✗", missed: "✓", left: "" },
  marks: {
    one: {
      right: "Su respuesta",
      wrong: "Su respuesta",
      missed: "La respuesta correcta",
      left: "",
    },
    all: {
      right: "Marcada, bien",
      wrong: "Marcada, mal",
      missed: "Faltó marcarla",
      left: "Bien sin marcar",
    },
    cells: {
      right: "Como usted escribió",
      wrong: "Usted escribió otra cosa",
      missed: "Falta en su reclamación",
      left: "",
    },
  },
  others: "Por qué no las demás",
  retryItem: "Intentar otra vez esta pregunta",
  retrying: "La pregunta está abierta otra vez. Elija una respuesta.",
  answeredOn: (at, right) => `Respondida el ${onDay(at)}: ${right ? "correcta" : "incorrecta"}.`,
  ruleChanged: (at, right) =>
    `Una regla ha cambiado desde que respondió el ${onDay(at)} (${
      right ? "correcta" : "incorrecta"
    }). Responda otra vez.`,
  verdict: (right, feedback) => `${right ? "Correcto." : "No es correcto."} ${feedback}`,

  tally: (answered, right) => `${answered} respondidas, ${right} correctas`,
  progress: "Preguntas respondidas",

  result: "Resultado",
  score: (right, total) => `${right} de ${total} correctas`,
  firstTry: (right) => `${right} correctas al primer intento.`,
  everyRight: "Todas las respuestas son correctas.",
  open: (count) => `${plural(count, "pregunta sigue", "preguntas siguen")} sin responder.`,
  goToOpen: "Ir a la primera pregunta abierta",
  byObjective: "Por objetivo",
  objective: "Usted puede …",
  objectiveScore: "Correctas",
  ofTotal: (right, total) => `${right} de ${total}`,
  mixedUp: "Lo que confundió",
  confusion: {
    instead: "Eligió {chosen} en lugar de {right}",
    added: "Marcó {chosen}, que no corresponde",
    omitted: "Dejó fuera {right}",
  },
  quoted: (name) => `«${name}»`,
  times: (count) => (count === 1 ? "una vez" : `${count} veces`),
  retryMissed: (count) => `Repetir las falladas (${count})`,
  startAgain: "Empezar de nuevo",

  problems: {
    blocked: "Este navegador no deja que el sitio guarde nada. Puede practicar, pero no se guarda.",
    full:
      "El almacenamiento del navegador está lleno. Puede seguir, pero las respuestas nuevas no se guardan. Guárdelas como archivo.",
    damaged: "Parte del progreso guardado estaba dañada. Se apartó, y la práctica sigue sin ella.",
  },
  dismiss: "Cerrar",

  inPart: (score) => `El ${Math.round(score * 100)} % es correcto.`,
  partly: (count) =>
    `${plural(count, "otra respuesta es correcta", "otras respuestas son correctas")} en parte.`,
  wholeNumbers: (most) => `Escriba un número entero de 0 a ${most} para cada código.`,
  lineUnits: (line, most) => `La línea ${line} necesita unidades: un número entero de 1 a ${most}.`,
  lineCode: (line) => `La línea ${line} no tiene código.`,
  tooManyUnits: (code, most) => `Aquí no se pueden escribir más de ${most} unidades de ${code}.`,
  nothingAndLines: "O líneas o nada: quite una de las dos cosas.",
  fillFirst: "Complete antes una línea, o elija que nada va en la reclamación.",
  nothing: "nada",
  cellRight: (part) => `${part}: correcto`,
  cellWrong: (part) => `${part}: incorrecto`,
  cells: { code: "Código", units: "Unidades", modifiers: "Modificadores" },
  payer: {
    title: "Qué haría el pagador con su reclamación",
    verdicts: { paid: "Pagada", "at-risk": "En riesgo", denied: "Rechazada" },
    clean: "Nada en esta línea contradice la visita.",
    mend: "Cómo arreglarlo:",
    missing: (line) =>
      `${line} no está en su reclamación, así que no se paga. Añádala en una reclamación corregida.`,
    noClaim: "No se envió ninguna reclamación, así que no se pagó nada.",
  },

  language: "Idioma de los botones y mensajes",
  changeLanguage: "Cambiar",
};
