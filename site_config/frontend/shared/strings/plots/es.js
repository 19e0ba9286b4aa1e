/** @type {typeof import("./en.js").default} */
export default {
  spread: "Alumnos por respuestas del todo correctas",
  spreadAxis: "respuestas del todo correctas",
  scatter: "Facilidad y discriminación",
  scatterLabel:
    "Cada pregunta por su facilidad y su discriminación; la tabla de abajo da las cifras",
  scatterAxis: "facilidad: de difícil a fácil",
  pulls:
    "Parte de cada grupo, del más flojo al más fuerte; la respuesta correcta es la línea gruesa",
};
