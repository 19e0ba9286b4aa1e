export * from "../practice/types.d.ts";
export type { CertificateText } from "./certificate_text.js";
export type { Decoded } from "./check_code.js";
export type { TrackView } from "./track_page.js";
export type { Module, ModuleProgress, PoolItem, Track } from "./track_data.js";
