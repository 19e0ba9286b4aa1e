/** Entry: loaded on demand, once somebody sits down at the desk. */
import { room } from "./desk/room.js";

Object.assign(globalThis, { rightcodeDeskRoom: room });
