import { percent, plural } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  weekday: (day) =>
    new Intl.DateTimeFormat("es", { weekday: "long", day: "numeric", month: "long" }).format(day),
  dueNow: (due, known) =>
    `${due} para hoy, de ${plural(known, "pregunta", "preguntas")} que ha respondido.`,
  nothingKnown:
    "Todavía no hay nada que repasar: responda primero algunas preguntas, de la forma que quiera.",
  startReview: (count) => `Repasar ${plural(count, "pregunta", "preguntas")}`,
  comingUp: "Qué vuelve y cuándo",
  day: "Día",
  due: "Preguntas",
  today: "Hoy",
  aim: "Día de su examen, si tiene uno",
  aimed: (days, retention) =>
    `${
      plural(days, "día queda", "días quedan")
    }. Se le pregunta con la frecuencia necesaria para saber el ${
      percent(retention)
    }, y todo vuelve una vez más en la semana anterior.`,
  noAim: "Sin un día, las preguntas vuelven de modo que todavía sepa el 90 % de ellas.",
  aimPast: "Ese día ya pasó; las preguntas vuelven como si no hubiera ninguno.",
  nothingMissed: "Nada que repetir: todas las últimas respuestas fueron correctas.",
  toRetry: (missed, changed) =>
    `${missed} falladas la última vez` +
    (changed ? `, ${changed} cuyos hechos cambiaron desde que respondió.` : "."),
  startRetry: (count) => `Repetir ${plural(count, "pregunta", "preguntas")}`,
};
