/** Entry: loaded on demand, when the result of the desk is saved. */
import { resultText } from "./desk/result_text.js";

Object.assign(globalThis, { rightcodeDeskResult: { resultText } });
