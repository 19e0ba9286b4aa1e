/** Lets the browser answer the reader between two parts of a long start. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve));
