import { PageElement } from "../shared/custom_element.js";
import { openEnvironment } from "../shared/store/environment.js";
import { loadKindsIn } from "./item_list.js";
import { Player } from "./player.js";

/** `<rc-quiz>`: makes the questions in it interactive. */
export class QuizElement extends PageElement {
  /** @override */
  async start() {
    await loadKindsIn(this);
    return new Player(this, openEnvironment()).start();
  }
}
