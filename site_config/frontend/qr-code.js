/** Entry: loaded by the builder once there is a link to draw. */
import { qrPicture } from "./shared/qr_code.js";

Object.assign(globalThis, { rightcodeQrPicture: qrPicture });
