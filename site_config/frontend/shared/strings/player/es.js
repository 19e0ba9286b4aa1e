import { plural } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  previous: "Anterior",
  next: "Siguiente",
  toResult: "Ver el resultado",
  pager: "Preguntas",
  place: (place, total, retry) => `${retry ? "Repaso: pregunta" : "Pregunta"} ${place} de ${total}`,
  listed: (total, retry) => plural(total, "pregunta", "preguntas") + (retry ? " para repetir" : ""),
  showList: "Mostrar todas las preguntas",
  showOne: "Una por una",
  saidList: "Se muestran todas las preguntas.",
  saidOne: "Se muestra una pregunta cada vez.",
  backToMissed: (count) => `Volver a las falladas (${count})`,
  allQuestions: "Todas las preguntas",
  saidRetry: (count) => `${plural(count, "pregunta", "preguntas")} para repetir.`,
  saidStartAgain: "Se ha empezado de nuevo.",
};
