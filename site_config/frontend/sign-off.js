/** Entry: loaded where certificates are collected, once one counts. */
import { SignOff } from "./tracks/sign_off.js";

Object.assign(globalThis, { rightcodeSignOff: { SignOff } });
