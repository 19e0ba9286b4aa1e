import { plural } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  standsHeading: "Dónde está",
  stands: {
    new: "Está empezando. Comience por lo básico, una cosa cada vez.",
    some: "Ya sabe buena parte. Trabaje lo que falló aquí y luego mezcle.",
    ready: "Ya se orienta. La práctica mezclada y un examen con tiempo mostrarán lo demás.",
  },
  proposals: "Qué hacer ahora",
  proposeLearn: (text) => `Aprender: ${text}`,
  proposePair: (pair) => `Ejercitar ${pair}`,
  proposeMixed: "Práctica mezclada",
  proposeExam: "Hacer un examen",
  proposeLessons: "Leer: cómo elegir un código",
  proposeReview: (count) => `Repasar ${plural(count, "pregunta", "preguntas")} de hoy`,
  proposeMissed: (count) => `Repetir ${plural(count, "pregunta fallada", "preguntas falladas")}`,
};
