/** Entry: loaded by theme.js where a device or a copy of the site belongs to a clinic. */
import { showClinic } from "./clinic/look.js";

showClinic();
