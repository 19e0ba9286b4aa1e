import { plural } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  howMany: "Preguntas",
  minutes: "Minutos",
  noLimit: "Sin límite de tiempo",
  start: "Empezar el examen",
  place: (place, total) => `Pregunta ${place} de ${total}`,
  timeLeft: "Tiempo restante",
  unlimited: "Sin límite de tiempo",
  flag: "Marcar esta pregunta",
  unflag: "Quitar la marca",
  flagged: "Marcada.",
  unflagged: "Marca quitada.",
  previous: "Anterior",
  next: "Siguiente",
  more: "Añadir 5 minutos",
  added: "Se añadieron cinco minutos.",
  sheet: "Hoja de respuestas",
  sheetEntry: (place, answered, flagged) =>
    `Pregunta ${place}, ${answered ? "respondida" : "sin responder"}${flagged ? ", marcada" : ""}`,
  handIn: "Entregar",
  sureToHandIn: (open) =>
    open
      ? `${plural(open, "pregunta está", "preguntas están")} sin responder.`
      : "Todas las preguntas están respondidas.",
  handInNow: "Entregar ahora",
  goOn: "Seguir con el examen",
  goesOn: "Su examen continúa.",
  left: (minutes) =>
    `${plural(minutes, "minuto queda", "minutos quedan")}. Puede añadir cinco minutos.`,
  timeUp: "Se acabó el tiempo. Se entregó lo que había respondido.",
  handedIn: "Entregado.",
  extended: (minutes) => `Tomó ${plural(minutes, "minuto", "minutos")} más.`,
  notAnswered: "Sin responder en el examen. Puede responderla ahora; el resultado no cambia.",
  blank: (count) =>
    `${plural(count, "pregunta quedó", "preguntas quedaron")} sin responder y ${
      count === 1 ? "cuenta" : "cuentan"
    } como no correctas.`,
  review: "Todas las preguntas",
  another: "Empezar otro examen",
  reviewed: (place, outcome) =>
    `Pregunta ${place}: ${
      { right: "correcta", wrong: "incorrecta", open: "sin responder" }[outcome]
    }`,
};
