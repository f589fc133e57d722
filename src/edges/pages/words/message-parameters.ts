export type { MessageParameters } from "../../../foundation/message-parameters.ts";
