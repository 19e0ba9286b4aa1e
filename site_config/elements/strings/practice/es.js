/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)} %`;

/** @param {Intl.DateTimeFormatOptions} how */
const dated = (how) => (/** @type {Date} */ day) => new Intl.DateTimeFormat("es", how).format(day);

/** @param {number} times */
const often = (times) => (times === 1 ? "una vez" : `${times} veces`);

/** @type {typeof import("./en.js").default} */
export default {
  onDay: dated({ dateStyle: "long" }),
  weekday: dated({ weekday: "long", day: "numeric", month: "long" }),

  loading: "Se están cargando las preguntas.",
  notLoaded: "No se pudieron cargar las preguntas. Revise la conexión y pruebe otra vez.",
  tryAgain: "Probar otra vez",
  nothing: "No hay ninguna pregunta sobre esto.",
  start: "Empezar",
  questions: "Preguntas",
  choose: "Elegir",
  place: (place, total) => `Pregunta ${place} de ${total}`,
  number: (place) => `Pregunta ${place}`,
  next: "Siguiente",
  skip: "Saltar",
  toResult: "Ver el resultado",
  count: (count) => plural(count, "pregunta", "preguntas"),
  chooseOther: "Elegir otra cosa",
  otherWays: "Otras formas de practicar",
  progressLink: "Su progreso",

  hint: "Pista",
  moreHints: (left) => (left ? `Pista (quedan ${left})` : "No hay más pistas"),
  struck: "descartada",
  strikes: (option) => `Esta no es correcta: ${option}.`,

  howSure: "¿Qué tan seguro está? Puede dejarlo en blanco.",
  sure: { sure: "Seguro", think: "Creo que sí", guess: "Adivino" },
  calibration: "Qué tan seguro estaba y cuánto acertó",
  calibrationHead: ["Usted dijo", "Correctas", "Parte"],
  share: (right, total) => percent(right / total),
  ofTotal: (right, total) => `${right} de ${total}`,
  calibrated: {
    over: "Cuando está seguro, se equivoca demasiado a menudo. Revise aquello de lo que estaba seguro.",
    under: "Lo que adivina suele ser correcto. Sabe más de lo que cree.",
    fitting: "Cuando dice que está seguro, puede confiar en ello.",
  },

  learnWeakest: "Empiece por lo que más necesita",
  allTopics: "Lo que quiere saber hacer",
  objective: (text) => `Usted puede: ${text}`,
  yourPairs: "Pares de sus propias respuestas",
  allPairs: "Todos los pares",
  pair: (one, other) => `${one} o ${other}`,
  confusedTimes: (times) => `confundido ${often(times)}`,
  noPairsYet: "Cuando haya tomado un código por otro, se propondrá aquí ese par.",

  dueNow: (due, known) => `${due} para hoy, de ${plural(known, "pregunta", "preguntas")} que ha respondido.`,
  nothingKnown:
    "Todavía no hay nada que repasar: responda primero algunas preguntas, de la forma que quiera.",
  nothingDue: "Hoy no toca repasar nada.",
  startReview: (count) => `Repasar ${plural(count, "pregunta", "preguntas")}`,
  comingUp: "Qué vuelve y cuándo",
  day: "Día",
  due: "Preguntas",
  today: "Hoy",
  aim: "Día de su examen, si tiene uno",
  aimed: (days, retention) =>
    `${plural(days, "día queda", "días quedan")}. Se le pregunta con la frecuencia necesaria para saber el ${
      percent(retention)
    }, y todo vuelve una vez más en la semana anterior.`,
  noAim: "Sin un día, las preguntas vuelven de modo que todavía sepa el 90 % de ellas.",
  aimPast: "Ese día ya pasó; las preguntas vuelven como si no hubiera ninguno.",

  nothingMissed: "Nada que repetir: todas las últimas respuestas fueron correctas.",
  toRetry: (missed, changed) =>
    `${missed} falladas la última vez` +
    (changed ? `, ${changed} cuyos hechos cambiaron desde que respondió.` : "."),
  startRetry: (count) => `Repetir ${plural(count, "pregunta", "preguntas")}`,

  standsHeading: "Dónde está",
  stands: {
    new: "Está empezando. Comience por lo básico, una cosa cada vez.",
    some: "Ya sabe buena parte. Trabaje lo que falló aquí y luego mezcle.",
    ready: "Ya se orienta. La práctica mezclada y un examen con tiempo mostrarán lo demás.",
  },
  proposals: "Qué hacer ahora",
  proposeLearn: (text) => `Aprender: ${text}`,
  proposePair: (pair) => `Ejercitar ${pair}`,
  proposeMixed: "Práctica mezclada",
  proposeExam: "Hacer un examen",
  proposeLessons: "Leer: cómo elegir un código",
  proposeReview: (count) => `Repasar ${plural(count, "pregunta", "preguntas")} de hoy`,
  proposeMissed: (count) => `Repetir ${plural(count, "pregunta fallada", "preguntas falladas")}`,

  exam: {
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
    left: (minutes) => `${plural(minutes, "minuto queda", "minutos quedan")}. Puede añadir cinco minutos.`,
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
      `Pregunta ${place}: ${{ right: "correcta", wrong: "incorrecta", open: "sin responder" }[outcome]}`,
  },

  progress: {
    none: "Todavía no hay respuestas aquí. La prueba dura dos minutos y no necesita nada.",
    takeCheck: "Averiguar dónde está",
    now: "Hoy",
    answers: (answers, questions) =>
      `${plural(answers, "respuesta", "respuestas")} a ${plural(questions, "pregunta", "preguntas")}`,
    days: (total, row) =>
      `${plural(total, "día", "días")} con práctica` + (row > 1 ? `, los últimos ${row} seguidos` : ""),
    due: (count) => `${count} para hoy`,
    byObjective: "Por lo que sabe hacer",
    byCode: "Por código",
    topic: "Tema",
    code: "Código",
    right: "Correctas en el último intento",
    strength: "Probablemente aún lo sabe",
    matrix: "Qué toma por qué",
    matrixNote: "Cada fila es una respuesta correcta, cada columna lo que eligió. En la diagonal acertó.",
    worst: (right, chosen, times) =>
      `Lo más frecuente: eligió ${chosen} donde ${right} era correcto, ${often(times)}.`,
    noConfusion: "Todavía no ha tomado un código por otro.",
    asTable: "Lo mismo como tabla",
    wasRight: "Respuesta correcta",
    youChose: "Usted eligió",
    other: "otros",
    answersNamed: { "not-billable": "No se factura", "ask-therapist": "Preguntar al terapeuta" },
    answersShort: { "not-billable": "No", "ask-therapist": "Preg." },
  },

  data: {
    kept: (count) =>
      count
        ? `${plural(count, "respuesta guardada", "respuestas guardadas")} en este navegador.`
        : "Todavía no se guarda nada en este navegador.",
    span: (from, to) => `La primera es del ${from}, la última del ${to}.`,
    take: "Llévelo consigo o tráigalo",
    takeNote:
      "El archivo contiene cada respuesta como texto. Al cargarlo se añade lo que aquí falta; nada se cuenta dos veces ni se sobrescribe.",
    remove: "Borrarlo",
    removeNote: "Nadie puede recuperarlo, salvo que usted tenga un archivo.",
    deleteAll: "Borrar todo",
    reallyDelete: (count) =>
      `¿Borrar de verdad ${plural(count, "respuesta", "respuestas")} y todos los ajustes?`,
    yesDelete: "Sí, borrar",
    keep: "No, conservarlo",
    deleted: "Se borró todo.",
  },
};
