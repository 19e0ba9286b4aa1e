export default {
  start: "Empezar de nuevo",
  back: "Atrás",
  soFar: "Hasta aquí",
  unsaid: "La nota no lo dice, o ninguna de estas",
  ask: "Preguntar al terapeuta",
  askWhy: "La nota omite lo que decide. Quien factura no llena ese hueco.",
  type: "O escriba lo que se hizo",
  /** @param {number} count */
  found: (count) =>
    count ? `${count} encontradas` : "No se encontró nada; pruebe otra palabra o elija arriba.",
  all: "Mostrar todo como lista",
  steps: "Preguntar paso a paso",
  /** @param {string} question @param {number} count */
  asked: (question, count) => `${question} ${count} opciones.`,
  /** @param {string} answer */
  answered: (answer) => `Respuesta: ${answer}`,
};
