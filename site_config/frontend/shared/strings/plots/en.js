export default {
  spread: "Learners by answers wholly right",
  spreadAxis: "answers wholly right",
  scatter: "Facility and discrimination",
  scatterLabel: "Each question by facility and discrimination; the table below has the figures",
  scatterAxis: "facility: hard to easy",
  pulls: "Share of each ability group, weakest to strongest; the right answer is the thick line",
};
