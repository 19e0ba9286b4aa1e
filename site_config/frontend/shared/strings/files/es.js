import { plural } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  progressFile: "Su progreso",
  progressNote: "Sus respuestas se guardan solo en este navegador. Un archivo las lleva a otro.",
  exportFile: "Guardar como archivo",
  importFile: "Cargar un archivo",
  fileName: (day) => `rightcode-progreso-${day}.json`,
  exported: (count) => `Se guardó un archivo con ${plural(count, "respuesta", "respuestas")}.`,
  imported: (added, known) =>
    `Se cargaron ${
      plural(added, "respuesta nueva", "respuestas nuevas")
    }; ${known} ya estaban aquí.`,
  aims: {
    taken: "El día de su examen es el del archivo, que se fijó después.",
    kept: "El día de su examen que hay aquí se fijó después y se conserva.",
    same: "",
  },
  exams: {
    taken: "El examen en curso es el del archivo, en el que se trabajó después.",
    kept: "En el examen que hay aquí se trabajó después y se conserva.",
    same: "",
  },
  refused: {
    aim: "El día del examen en este archivo está dañado. No se cambió nada.",
    exam: "El examen en este archivo está dañado. No se cambió nada.",
    tooBig: "Este archivo es demasiado grande para ser un archivo de progreso. No se cambió nada.",
    unreadable: "Este archivo no se pudo leer. No se cambió nada.",
    notJson: "Este archivo no es un archivo de progreso: no es JSON. No se cambió nada.",
    notProgress: "Este archivo no es un archivo de progreso de este sitio. No se cambió nada.",
    newer:
      "Este archivo viene de una versión más nueva de este sitio. Recargue la página y pruebe otra vez. No se cambió nada.",
    attempt: (place) => `La respuesta ${place} de este archivo está dañada. No se cambió nada.`,
  },
};
