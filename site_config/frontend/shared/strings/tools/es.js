import { plural } from "../../format.js";

/** @param {string[]} parts */
const sentence = (parts) => parts.filter(Boolean).join(". ") + ".";

/** @param {string} iso */
const day = (iso) =>
  new Intl.DateTimeFormat("es", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00Z`),
  );

/** @type {typeof import("./en.js").default} */
export default {
  noFacts:
    "No se pudieron cargar los datos, así que la calculadora no funciona. La orden de abajo hace lo mismo.",
  add: "Añadir un servicio",
  remove: "Quitar",
  service: (place) => `Servicio ${place}`,
  removeService: (place) => `Quitar el servicio ${place}`,
  added: (place) => `Servicio ${place} añadido.`,
  removed: (left) => `Quitado; ${left === 1 ? "queda" : "quedan"} ${plural(left, "servicio")}.`,
  refused: (errors) => `No se contó. ${errors.join(" ")}`,

  errors: {
    minutesMissing: "Indique los minutos con un número entero, por ejemplo 15.",
    minutesNegative: "Los minutos no pueden ser negativos.",
    minutesFraction: "Indique minutos enteros; lo que no llega a un minuto no cuenta.",
    minutesNoNumber: "Esto no es un número de minutos; indique un entero, por ejemplo 15.",
    minutesTooMany: "Un día tiene 1440 minutos.",
    dayTooLong: (total) => `Los servicios duran ${total} minutos en total; un día tiene 1440.`,
    date: "Indique la fecha del servicio con día, mes y año.",
    sameCode: "Es el mismo código; elija dos distintos.",
    amount: "Indique el importe en dólares, por ejemplo 2410.50.",
    wholeNumber: "Indique un número entero, 0 o más.",
  },

  sources: "Fuentes de esta respuesta",
  sourceMark: (number) => `Fuente ${number}`,
  methods: { cms: "Medicare", ama: "Punto medio" },
  counted: (method, total) => `${method}: ${plural(total, "unidad", "unidades")}`,
  saidUnits: (cms, ama) => `${cms}. ${ama}.`,
  noUnits: "Ningún código llega a una unidad.",
  alsoRight: "Igual de correcto",

  lines: "Líneas de la reclamación",
  code: "Código",
  units: "Unidades",
  modifiers: "Modificadores",
  noModifiers: "ninguno",
  why: "Por qué",
  whyLine: (code, modifiers) => `Por qué ${[code, ...modifiers].join(" ")}`,
  nothing: "No se factura nada.",
  notBilled: "No facturable",
  ask: "Preguntar antes",
  watch: "Atención",
  unbilled: (code, minutes) =>
    [code, minutes === null ? "" : `(${plural(minutes, "minuto")})`].filter(Boolean).join(" "),
  saidVisit: (lines, unbilled, asks, watch) =>
    sentence([
      lines ? plural(lines, "línea") : "No se factura nada",
      unbilled ? `${unbilled} no facturable${unbilled === 1 ? "" : "s"}` : "",
      asks ? `${plural(asks, "cosa")} que preguntar antes` : "",
      watch ? `${plural(watch, "cosa")} a que atender` : "",
    ]),

  timeline: {
    shown: (shown, all) =>
      shown === all ? `Se muestran los ${all} cambios.` : `Se muestran ${shown} de ${all} cambios.`,
  },

  pair: {
    never: (first, second) => `No: se paga ${first}, no ${second}`,
    apart: (first, second) =>
      `Solo por separado: se paga ${first}, ${second} necesita un modificador`,
    free: (one, other) => `Sí: no hay regla entre ${one} y ${other}`,
    unknown: "No se sabe para esta fecha",
    neverWhy: "El indicador de modificador es 0: ningún modificador los separa, y la nota tampoco.",
    apartWhy:
      "El indicador de modificador es 1. Se pagan los dos solo si la nota muestra que la columna 2 fue un servicio aparte y la línea lo dice con 59 o XE, XS, XP o XU. Sin eso, la columna 2 se rechaza.",
    freeWhy: (on, setting) =>
      `El ${
        day(on)
      } la tabla (${setting}), según se leyó, no tiene regla para este par. La nota debe sostener cada código por sí misma.`,
    unknownWhy: (table) =>
      `Había una regla para este par en la tabla del ${
        day(table)
      }, que no da el primer día, y la fecha del servicio es anterior.`,
    practitionerServes:
      "No se conoce aquí una regla propia del hospital para ese día; se muestra la del profesional.",
    medicare: "Es la tabla de Medicare. Aquí no se sabe si otro pagador aplica la misma regla.",
    history: "Todas las reglas entre los dos",
    columns: [
      "Columna 1",
      "Columna 2",
      "Indicador",
      "Entorno",
      "Primer día",
      "Último día",
      "Tabla del",
    ],
    noFirst: "no consta",
    noLast: "ninguno en esa tabla",
    none: "No se conoce ninguna aquí, en ninguna fecha.",
  },
  day,
  yes: "sí",
  no: "no",
  notSaid: "no se dice",
  attributes: {
    live_contact: "Contacto en directo en el mes",
    encounter: "Encuentro",
    regions: "Regiones de la columna",
    personal_factors: "Factores personales",
    elements: "Elementos examinados",
    presentation: "Presentación",
    decision_making: "Toma de decisiones",
    deficits: "Déficits de desempeño",
    new_finding: "Un hallazgo nuevo, o sin respuesta",
    written_report: "Un informe escrito",
    area_cm2: "Superficie, en centímetros cuadrados",
    muscles: "Músculos",
    data_days: "Días con datos en 30 días",
    month_minutes: "Minutos del mes",
    current: "Corriente",
    monitored: "Qué se vigila",
    aspect: "Qué aspecto",
    wound: "Herida",
    device: "Dispositivo",
    patients: "Pacientes",
    occasion: "Ocasión",
  },
};
