/** Entry of a script that the builder loads when something kept is opened: the YAML library is as large as half the builder. */
import { readSavedAssignment } from "./classroom/format/saved_assignment.js";

Object.assign(globalThis, { rightcodeKept: readSavedAssignment });
