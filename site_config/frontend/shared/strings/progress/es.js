import { plural } from "../../format.js";

/** @param {number} times */
const often = (times) => (times === 1 ? "una vez" : `${times} veces`);

/** @type {typeof import("./en.js").default} */
export default {
  none: "Todavía no hay respuestas aquí. La prueba dura dos minutos y no necesita nada.",
  takeCheck: "Averiguar dónde está",
  now: "Hoy",
  answers: (answers, questions) =>
    `${plural(answers, "respuesta", "respuestas")} a ${plural(questions, "pregunta", "preguntas")}`,
  days: (total, row) =>
    `${plural(total, "día", "días")} con práctica` +
    (row > 1 ? `, los últimos ${row} seguidos` : ""),
  due: (count) => `${count} para hoy`,
  byObjective: "Por lo que sabe hacer",
  byCode: "Por código",
  topic: "Tema",
  code: "Código",
  right: "Correctas en el último intento",
  strength: "Probablemente aún lo sabe",
  matrix: "Qué toma por qué",
  matrixNote:
    "Cada fila es una respuesta correcta, cada columna lo que eligió. En la diagonal acertó.",
  worst: (right, chosen, times) =>
    `Lo más frecuente: eligió ${chosen} donde ${right} era correcto, ${often(times)}.`,
  noConfusion: "Todavía no ha tomado un código por otro.",
  asTable: "Lo mismo como tabla",
  wasRight: "Respuesta correcta",
  youChose: "Usted eligió",
  other: "otros",
  answersNamed: { "not-billable": "No se factura", "ask-therapist": "Preguntar al terapeuta" },
  answersShort: { "not-billable": "No", "ask-therapist": "Preg." },
};
