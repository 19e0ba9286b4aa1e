/** @param {number} times */
const often = (times) => (times === 1 ? "una vez" : `${times} veces`);

/** @type {typeof import("./en.js").default} */
export default {
  nothing: "No hay ninguna pregunta sobre esto.",
  chooseOther: "Elegir otra cosa",
  learnWeakest: "Empiece por lo que más necesita",
  allTopics: "Lo que quiere saber hacer",
  yourPairs: "Pares de sus propias respuestas",
  allPairs: "Todos los pares",
  confusedTimes: (times) => `confundido ${often(times)}`,
  noPairsYet: "Cuando haya tomado un código por otro, se propondrá aquí ese par.",
};
