export default {
  another: "Another one like this",
  /** @param {number} place */
  number: (place) => `Scenario ${place}`,
  again: "You have seen them all, so they begin again.",
  lost: "Further scenarios could not be loaded, so those seen begin again.",
};
