import { plural } from "../../format.js";

/** @type {typeof import("./en.js").default} */
export default {
  yes: "sí",
  no: "no",
  mind: "Atención:",
  gradebook: "Libro de calificaciones",
  answers: "Respuestas",
  questions: "Preguntas",
  options: "Opciones",
  opened: (results, flagged, refused) =>
    `${plural(results, "resultado")}, ${flagged} por revisar, ${
      plural(refused, "archivo")
    } que no se ${refused === 1 ? "pudo" : "pudieron"} leer.`,
  waiting: (count, hasKey) =>
    `${plural(count, "archivo sellado espera", "archivos sellados esperan")} ${
      hasKey
        ? "otra clave de la clase; la abierta no sirve"
        : "la clave de la clase: abra también su archivo"
    }.`,
  cleared: "Se cerraron todos los resultados.",
  unread: "Archivos que no se pudieron leer",
  saveCsv: "Guardar las calificaciones en CSV",
  saveItems: "Guardar el análisis en CSV",
  saveXlsx: "Guardar todo en una hoja de cálculo",
  clear: "Cerrar todos los resultados",
  gradeColumns: [
    "Alumno",
    "Id del alumno",
    "Tarea",
    "Intento",
    "Inicio (UTC)",
    "Fin (UTC)",
    "Minutos",
    "Respondidas",
    "Contadas",
    "Correctas",
    "Puntos",
    "Porcentaje",
    "Por revisar",
    "Sellado",
    "Archivo",
  ],
  answerColumns: [
    "Alumno",
    "Intento",
    "Pregunta",
    "Respuesta",
    "Puntos",
    "Correcta",
    "Segundos",
    "Seguridad",
    "Por revisar",
  ],
  itemColumns: [
    "Pregunta",
    "Título",
    "Tipo",
    "Respondida",
    "Omitida",
    "Facilidad",
    "Del todo correcta",
    "de",
    "a",
    "Discriminación",
    "Segundos",
    "Por qué revisarla",
  ],
  pullColumns: ["Pregunta", "Opción", "Texto", "Correcta", "Elegida"],
  group: (number) => `Grupo ${number}`,
  groupOf: (number, size) => `Grupo ${number} (${size})`,
  shownColumns: ["Alumno", "Intento", "Correctas", "Porcentaje", "Puntos", "Tiempo", "Por revisar"],
  share: (right, counted) => `${right} de ${counted}`,
  between: (value, ...limits) => `${value} (${limits.join(" a ")})`,
  analysisOf: "Análisis de",
  theClass: "La clase",
  classColumns: [
    "Alumnos",
    "Preguntas",
    "Media de puntos",
    "Desviación típica",
    "Alfa",
    "KR-20",
    "Error típico",
  ],
  lookAt: "Preguntas por revisar",
  nothingStandsOut: (persons) =>
    persons < 10
      ? "La clase es demasiado pequeña para decir algo de una pregunta."
      : "Nada llama la atención.",
  everyQuestion: "Todas las preguntas",
  shownItemColumns: [
    "Pregunta",
    "Respondida",
    "Omitida",
    "Facilidad",
    "Del todo correcta, límites del 95 %",
    "Discriminación",
    "Mediana de segundos",
  ],
  drew: "A quién atrajo cada opción",
  option: "Opción",
  isRight: "Correcta",
  chosen: "Elegida",
  taken: "Qué se tomó por qué",
  takenNote: "Filas: lo correcto. Columnas: lo elegido.",
  rightThere: "Correcto",

  refused: {
    empty: () => "Está vacío. Pídalo otra vez.",
    notText: () =>
      "No es texto en UTF-8, así que no es un archivo de resultados. Pida el que guardó la página.",
    notJson: () => "No es JSON, o está cortado. Pida el archivo que guardó la página.",
    notResult: () => "Es JSON, pero no un archivo de resultados.",
    tooBig: () => "Ocupa más de 5 MB, lo que ningún resultado ocupa.",
    newer: (about) => `Lo escribió una versión más nueva (${about}). Vuelva a cargar esta página.`,
    damaged: (about) => `Está dañado o se cambió a mano${about ? `, en «${about}»` : ""}.`,
    badKey: () => "La clave de la clase está dañada, o no es ninguna.",
    badKeys: () =>
      "El archivo de soluciones está dañado. Hágalo de nuevo con rightcode results --keys.",
    noKey: (about) => `Está sellado para la clave de la clase ${about}.`,
    changed: () => "Está sellado, pero se cambió o se cortó después. Pídalo otra vez.",
    noCrypto: () =>
      "El navegador solo abre archivos sellados en páginas que llegaron por HTTPS o de este equipo.",
  },

  notes: {
    copy: (about) => `El mismo intento que en ${about}; se cuenta una vez.`,
    "other-content": (about) => `Dice ser el intento de ${about}, pero su contenido es otro.`,
    copied: (about) =>
      `Las mismas respuestas en los mismos momentos que en ${about}; se cuenta uno de los dos.`,
    again: (about) => `El mismo número de intento y el mismo nombre que en ${about}.`,
    "other-set": () => "Su lista de preguntas no es la de la tarea.",
    backwards: () => "Termina antes de empezar.",
    future: () => "Termina en el futuro.",
    outside: (about) => `Hay respuestas fuera del tiempo del intento: ${about}.`,
    "too-long": (about) =>
      `Pasó más tiempo en las preguntas de lo que duró el intento: ${about} minutos.`,
    "too-fast": (about) => `Respondida más deprisa de lo que nadie lee: ${about}.`,
    "key-changed": (about) =>
      about
        ? `Los datos en que se basa ${about} cambiaron desde que se respondió; se califica con la solución de hoy.`
        : "Su solución, o los datos en que se basa, cambiaron desde que se dieron algunas respuestas.",
    reworded: (about) => `${about} se volvió a redactar desde que se respondió; no se cuenta.`,
    gone: (about) =>
      `${about} no está entre las preguntas de este sitio; no se cuenta. Un archivo de soluciones la recupera.`,
    "not-offered": (about) =>
      `La respuesta a ${about} no es ninguna que ofrezca su página; se cuenta como errónea.`,
    "not-set": (about) => `${about} no pertenece a la tarea; no se cuenta.`,
    negative: (about) =>
      `Quienes responden mejor lo demás fallan esta más a menudo (r = ${about}). Revise primero la solución y el texto.`,
    weak: (about) => `Apenas distingue a quien sabe de quien no (r = ${about}).`,
    hard: (about) => `Pocos la aciertan (${about}). ¿Se ha enseñado? ¿Está claro el texto?`,
    "below-chance": (about) =>
      `La aciertan menos que al azar (${about}). Algo lleva a una respuesta errónea.`,
    easy: (about) => `Casi todos la aciertan (${about}); no distingue a nadie.`,
    rival: (about) =>
      `El grupo más fuerte elige «${about}» más que la respuesta correcta. ¿Es correcta también?`,
    "lures-strong": (about) =>
      `«${about}» es errónea y atrae al grupo más fuerte más que al más flojo. ¿Admite su texto otra lectura?`,
    idle: (about) => `Nadie elige «${about}»; no sirve de respuesta errónea.`,
    omitted: (about) => `El ${about} de los alumnos la dejó sin responder.`,
    slow: (about) => `Lleva tres veces más que las demás (mediana: ${about} s).`,
    quick: (about) => `Se responde en ${about} s de mediana, demasiado deprisa para haberla leído.`,
    "tiny-class": (about) =>
      `${about} alumnos: demasiado pocos para afirmar nada de una pregunta. Las cifras describen a estos alumnos y a nadie más.`,
    "small-class": (about) =>
      `${about} alumnos: las correlaciones y la fiabilidad pueden errar en 0,4 y más; no se juzgan ellas ni las opciones.`,
    "medium-class": (about) =>
      `${about} alumnos: las correlaciones y la fiabilidad pueden errar en 0,2 y más.`,
    "few-items": (about) => `${about} preguntas: la fiabilidad de una prueba tan corta dice poco.`,
  },
};
