/** @type {typeof import("./en.js").default} */
export default {
  another: "Otra parecida",
  number: (place) => `Caso ${place}`,
  again: "Ya los ha visto todos; empiezan de nuevo.",
  lost: "No se pudieron cargar más casos; los vistos empiezan de nuevo.",
};
