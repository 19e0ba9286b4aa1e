import { plural } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  title: (day, payer) => `El ${day}, para ${payer}`,
  later: (judged) =>
    `Los datos se juzgaron a ${judged}. Lo posterior está anunciado o no se sabe aquí.`,
  said: (day, codes, pairs) =>
    `${day}: ${plural(codes, "código")} en uso, ${plural(pairs, "par", "pares")} en las tablas.`,
  counts: {
    cms: "Los minutos pasan a unidades por el método de Medicare.",
    ama: "Los minutos pasan a unidades por el punto medio, cada código por sí mismo.",
    "not-known": "Aquí no se sabe cómo convierte los minutos en unidades.",
  },
  instead: (code, use) => `Pide ${use} en lugar de ${code}.`,
  codes: "Códigos",
  codesShow: (count) => plural(count, "código"),
  codeColumns: ["Código", "Nombre", "Ese día", "Con este pagador", "Tope por día"],
  states: {
    active: "en uso",
    undated: "en uso según consta, primer día desconocido aquí",
    "not-yet": "aún no es un código",
    ended: "ya no es un código",
    deleted: "suprimido, último día desconocido aquí",
  },
  edges: {
    active: (day) => `desde el ${day}`,
    undated: (day) => `desde el ${day}`,
    "not-yet": (day) => `desde el ${day}`,
    ended: (day) => `último día ${day}`,
    deleted: (day) => `último día ${day}`,
  },
  successors: (codes) => `; después ${codes.join(", ")}`,
  coverage: {
    active: "se paga cuando está cubierto",
    bundled: "incluido, nunca se paga aparte",
    invalid: "no válido, se pide otro código",
    "non-covered": "no cubierto",
    restricted: "restringido",
    "carrier-priced": "precio del contratista",
    excluded: "excluido",
    varies: "varía",
    "not-known": "no se sabe aquí",
  },
  unsaid: "no se sabe aquí",
  ceiling: (units, day) => `${plural(units, "unidad", "unidades")}, según lo leído del ${day}`,
  pairs: "Pares de la tabla de Medicare",
  pairsShow: (count) => plural(count, "par", "pares"),
  pairsTold: (count, unsure) =>
    `${plural(count, "par", "pares")} en la tabla del profesional, según se leyó.` +
    (unsure
      ? ` De ${unsure} no se conoce aquí el primer día, y la tabla leída es posterior.`
      : "") +
    " Aquí no se sabe si otro pagador aplica las mismas reglas.",
  pairColumns: ["Columna 1, se paga", "Columna 2", "Indicador", "Ese día", "Tabla del"],
  stood: "vigente",
  perhaps: "no había terminado",
  figures: "Cifras",
  figure: (rule, key, amount, unit) =>
    `${rule}, ${key.replaceAll("-", " ")}: ${
      unit === "usd" ? `$${amount.toLocaleString("en-US")}` : `${amount} ${unit}`
    }`,
  rules: "Reglas con fecha",
  firstUnknown: " (primer día desconocido aquí)",
  rulesShow: (count) => plural(count, "frase"),
  before: "Lo último que cambió",
  after: "Lo próximo que cambia",
  none: "Nada que se sepa aquí.",
};
