import type { RunningJobQueue } from "../jobs/job-queue.ts";
import { mailboxTransport } from "./mailbox-transport.ts";
import type { FindMailPicture } from "./outgoing-pictures.ts";
import type { SendMailPayload } from "./queue-mail.ts";
import { type SendingMachine, sendMail } from "./send-mail-job.ts";
import { smtpTransport } from "./smtp-transport.ts";

/** Mails are leaving, or waiting because there is no way out. */
export interface MailSending {
  readonly way: "smtp" | "mailbox" | "waiting";
  /** Call after the job queue was stopped. */
  stop(): Promise<void>;
}

/** Starts sending the queued mails: by SMTP_URL, in demo mode without one into the built-in mailbox. */
export async function startMailSending(
  machine: SendingMachine,
  jobs: RunningJobQueue,
  findPicture: FindMailPicture,
): Promise<MailSending> {
  const { smtpUrl, mode } = machine.configuration;
  const transport =
    smtpUrl !== undefined ? smtpTransport(smtpUrl) : mode === "demo" ? mailboxTransport(machine) : undefined;
  if (transport === undefined) {
    machine.log.warn(
      "SMTP_URL is not set: invitations and codes wait in the queue and reach nobody. Set it to your mail server, e.g. smtps://user:password@mail.contoso.example:465",
    );
    return { way: "waiting", stop: async () => undefined };
  }
  await jobs.work("send-mail", (payload) =>
    sendMail(machine, transport, findPicture, payload as SendMailPayload),
  );
  return { way: smtpUrl === undefined ? "mailbox" : "smtp", stop: () => transport.close() };
}
