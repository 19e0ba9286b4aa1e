/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @type {typeof import("./en.js").default} */
export default {
  practice:
    "No se encontró ningún LMS; esto funciona como práctica. Sus respuestas quedan en este navegador.",
  review: "Su curso muestra esto para repasar: lo que responda ahora no se registra.",
  recorded: (tries) =>
    tries === 0
      ? "Sus respuestas se registran en su curso. Cuenta la última respuesta a cada pregunta."
      : tries === 1
      ? "Sus respuestas se registran en su curso. Cuenta la primera respuesta a cada pregunta; lo que sigue es práctica."
      : `Sus respuestas se registran en su curso. Cuenta la última de las primeras ${tries} respuestas a cada pregunta.`,
  open: (answered, total, mark) =>
    `${answered} de ${plural(total, "pregunta respondida", "preguntas respondidas")}.` +
    (mark === null ? "" : ` Para aprobar se necesita un ${Math.round(mark * 100)} %.`),
  score: (right, total) => `${right} de ${total} correctas.`,
  done: "Todas las preguntas están respondidas.",
  passed: "Aprobado.",
  failed: "No aprobado.",
  leave: "Guardar y salir",
  closed: "Sus respuestas están guardadas. Puede cerrar esta ventana.",
  trouble: {
    taken:
      "No se pudo conectar con su curso: este acceso ya se usó o fue rechazado. Ábralo otra vez desde su curso. Mientras tanto esto funciona como práctica y nada se registra.",
    refused:
      "Su curso no aceptó el último registro. Continúe, y avise a su instructor si la nota no es correcta.",
    waiting: "No hay conexión. Sus respuestas esperan en este navegador y se envían cuando vuelva.",
    gone: "La sesión con su curso terminó. Ábralo otra vez desde su curso para continuar.",
    changed:
      "Las preguntas cambiaron desde que usted respondió, así que sus respuestas anteriores no se pueden mostrar.",
  },
};
