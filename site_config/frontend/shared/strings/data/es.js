import { plural } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  onDay: (day) => new Intl.DateTimeFormat("es", { dateStyle: "long" }).format(day),
  kept: (count) =>
    count
      ? `${plural(count, "respuesta guardada", "respuestas guardadas")} en este navegador.`
      : "Todavía no se guarda nada en este navegador.",
  span: (from, to) => `La primera es del ${from}, la última del ${to}.`,
  take: "Llévelo consigo o tráigalo",
  takeNote:
    "El archivo contiene cada respuesta, el día de su examen y un examen en curso, como texto. Al cargarlo se añaden las respuestas que aquí faltan; ninguna se cuenta dos veces ni se sobrescribe. De dos días, o de dos exámenes, se conserva el que se cambió más tarde.",
  remove: "Borrarlo",
  removeNote: "Nadie puede recuperarlo, salvo que usted tenga un archivo.",
  deleteAll: "Borrar todo",
  reallyDelete: (count) =>
    `¿Borrar de verdad ${plural(count, "respuesta", "respuestas")} y todos los ajustes?`,
  yesDelete: "Sí, borrar",
  keep: "No, conservarlo",
  deleted: "Se borró todo.",
};
