import { english } from "./en.ts";
import type { Messages } from "./words.ts";

export const french: Messages = english;
