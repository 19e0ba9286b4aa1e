/** All of the desk but its start: loaded once somebody sits down. */

import { DeskContext } from "./desk_context.js";
import { draw } from "./draw.js";
import { itemView } from "./item_view.js";
import { openPayer } from "./payer.js";
import { resultScreen } from "./result_screen.js";
import { itemsOf, loadWork } from "./work.js";
import { worklist } from "./worklist.js";

export const room = {
  DeskContext,
  draw,
  itemsOf,
  itemView,
  loadWork,
  openPayer,
  resultScreen,
  worklist,
};
