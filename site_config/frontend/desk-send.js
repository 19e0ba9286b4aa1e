/** Entry: loaded by a desk whose link names a record store, once there is a result. */
import { sendResult, storeNotice } from "./desk/send.js";

Object.assign(globalThis, { rightcodeDeskSend: { sendResult, storeNotice } });
