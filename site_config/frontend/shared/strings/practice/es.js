import { percent } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  notLoaded: "No se pudieron cargar las preguntas. Revise la conexión y pruebe otra vez.",
  tryAgain: "Probar otra vez",
  questions: "Preguntas",
  place: (place, total) => `Pregunta ${place} de ${total}`,
  number: (place) => `Pregunta ${place}`,
  next: "Siguiente",
  skip: "Saltar",
  toResult: "Ver el resultado",
  moreHints: (left) => (left ? `Pista (quedan ${left})` : "No hay más pistas"),
  struck: "descartada",
  strikes: (option) => `Esta no es correcta: ${option}.`,
  howSure: "¿Qué tan seguro está? Puede dejarlo en blanco.",
  sure: { sure: "Seguro", think: "Creo que sí", guess: "Adivino" },
  calibration: "Qué tan seguro estaba y cuánto acertó",
  calibrationHead: ["Usted dijo", "Correctas", "Parte"],
  share: (right, total) => percent(right / total),
  ofTotal: (right, total) => `${right} de ${total}`,
  calibrated: {
    over:
      "Cuando está seguro, se equivoca demasiado a menudo. Revise aquello de lo que estaba seguro.",
    under: "Lo que adivina suele ser correcto. Sabe más de lo que cree.",
    fitting: "Cuando dice que está seguro, puede confiar en ello.",
  },
  objective: (text) => `Usted puede: ${text}`,
  pair: (one, other) => `${one} o ${other}`,
};
