import type { Result } from "../../foundation/result.ts";
import type { OutgoingMail } from "./mail-content.ts";

/** Why a mail was not taken, in the server's words where it spoke. */
export interface MailRefusal {
  readonly code: "refused-for-good" | "refused-for-now";
  readonly reason: string;
}

/** The way mails leave. */
export interface MailTransport {
  /** Hands a mail over; `answer` is what the server said when it took responsibility for it. */
  send(mail: OutgoingMail): Promise<Result<{ readonly answer: string }, MailRefusal>>;
  close(): Promise<void>;
}
