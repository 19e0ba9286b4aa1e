/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export default {
  /** @param {string} day YYYY-MM-DD */
  day: (day) =>
    new Intl.DateTimeFormat("es", { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(`${day}T00:00Z`),
    ),

  /** @param {number} done @param {number} total */
  done: (done, total) => `${done} de ${plural(total, "módulo aprobado", "módulos aprobados")}`,
  /** @param {string} title */
  next: (title) => `Sigue: ${title}.`,
  allPassed: "Ha aprobado todos los módulos.",
  begin: "Empezar",
  goOn: "Seguir donde lo dejó",
  /** @param {{readings: number, questions: number, check: boolean}} left */
  left: ({ readings, questions, check }) =>
    `Le falta: ${
      [
        ...(readings ? [plural(readings, "página por leer", "páginas por leer")] : []),
        ...(questions
          ? [plural(questions, "pregunta por practicar", "preguntas por practicar")]
          : []),
        ...(check ? ["la prueba"] : []),
      ].join(", ")
    }.`,
  read: "Leído",
  /** @param {string} title */
  readTick: (title) => `He leído: ${title}`,
  /** @param {number} right @param {number} total */
  practised: (right, total) =>
    `${right} de ${plural(total, "pregunta", "preguntas")} bien en el último intento.`,
  practiseHere: "Practicar aquí",
  startCheck: "Empezar la prueba",
  resumeCheck: "Seguir con la prueba",
  againCheck: "Repetir la prueba",
  /** @param {number} right @param {number} total @param {string} day */
  passed: (right, total, day) => `✓ Aprobado el ${day} con ${right} de ${total}.`,
  /** @param {number} right @param {number} total @param {number} needed */
  failed: (right, total, needed) =>
    `✗ Aún no aprobado: ${right} de ${total} bien en el último intento; se piden ${needed}.`,
  /** @param {number} right @param {number} total */
  passedNow: (right, total) => `Aprobado: ${right} de ${total} bien.`,
  /** @param {number} right @param {number} total @param {number} needed */
  failedNow: (right, total, needed) =>
    `No aprobado: ${right} de ${total} bien; se piden ${needed}. El próximo intento trae otras preguntas, si las hay.`,
  outdated:
    "Lo aprobó antes, con preguntas o datos que han cambiado. Para el certificado, repita la prueba.",
  back: "Volver al itinerario",
  /** @param {string} title */
  checking: (title) => `Prueba: ${title}`,
  resumed: "Su prueba sigue donde la dejó.",

  certificate: "Su certificado",
  certificateHow:
    "Escriba el nombre que ha de llevar. El nombre no se guarda: está solo en el certificado y en su código.",
  name: "Nombre",
  nameMissing: "Escriba primero un nombre.",
  make: "Hacer el certificado",
  change: "Cambiar el nombre",
  print: "Imprimir",
  savePdf: "Guardar como PDF",
  making: "Se está haciendo el PDF.",
  saved: "El PDF está guardado.",
  noPdf: "No se pudo hacer el PDF. Imprima la página y elija allí «Guardar como PDF».",
  saveResult: "Guardar un archivo de resultados para su docente",
  resultHow:
    "Lo pide el docente que emite insignias firmadas. Contiene su nombre, sus respuestas en las pruebas aprobadas y su duración.",
  resultMissing:
    "Los tiempos de algunas pruebas no están en este navegador. Repítalas aquí para el archivo.",
  title: "Certificado",
  trackHead: "Itinerario",
  hasPassed: "ha aprobado todas las pruebas del itinerario",
  /** @param {number} right @param {number} total */
  score: (right, total) =>
    `${right} de ${total} preguntas bien (${Math.round((100 * right) / total)} %)`,
  on: "Fecha",
  scoreHead: "Resultado",
  facts: "Versión de los datos",
  /** @param {string} day @param {string} edition */
  factsAsOf: (day, edition) => `a ${day}, edición ${edition}`,
  byModule: "Por módulo",
  module: "Módulo",
  byObjective: "Por objetivo",
  objective: "Usted sabe …",
  right: "Bien",
  /** @param {number} right @param {number} total */
  ofTotal: (right, total) => `${right} de ${total}`,
  code: "Código de comprobación",
  checkAt: "Cualquiera puede comprobar este código en",
  honest:
    "Esta página hizo el certificado con respuestas dadas en un navegador. Muestra que encajan con las preguntas del sitio; no muestra quién las dio. No es una firma ni una licencia para ejercer.",
  /** @param {string} track @param {string} date */
  fileName: (track, date) => `certificado-${track}-${date}.pdf`,
  /** @param {string} track @param {string} date */
  resultName: (track, date) => `resultado-${track}-${date}.json`,

  codeLabel: "Código de comprobación",
  codeHint: "No importan los espacios, los saltos de línea ni las minúsculas.",
  check: "Comprobar",
  codeMissing: "Escriba primero un código.",
  consistent: "Coherente",
  consistentText:
    "El código encaja con las preguntas de este sitio, y los resultados que dice bastan.",
  refused: "No es coherente",
  unknown: "No se puede comprobar del todo",
  says: "Lo que dice el código",
  notProof: "Que sea coherente no demuestra quién respondió.",
  otherEdition:
    "Alguna pregunta, clave o nota del itinerario ha cambiado. Aquello en que se apoya este certificado sigue como estaba.",
  reasons: {
    empty: "No contiene nada.",
    signs: "Contiene signos que ningún código lleva. Cópielo de nuevo.",
    short: "Está cortado, o no es un código.",
    newer: "Lo hizo una versión más nueva de este sitio.",
    changed:
      "Las cifras de control no encajan con lo que dice el código: se cambió o se copió mal después de hacerse el certificado.",
    track: "Este sitio no tiene un itinerario de ese nombre.",
    modules: "Sus módulos no son los del itinerario.",
    gone:
      "Algunas de sus preguntas ya no están en el itinerario de este sitio o se han reescrito. El código está entero; solo un sitio de entonces puede volver a contar.",
    items:
      "Las cifras de control no encajan con las preguntas de este sitio y sus versiones: el código se cambió, se copió mal o se inventó.",
    drawn: "Sus preguntas no son de las que esta prueba podía reunir.",
    mark: "El resultado de un módulo no llega a su nota.",
    future: "Su fecha está en el futuro.",
  },
};
