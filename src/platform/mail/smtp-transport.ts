import { createTransport, type NodemailerError } from "nodemailer";
import { accept, refuse } from "../../foundation/result.ts";
import type { MailPerson, OutgoingMail } from "./mail-content.ts";
import { extraHeaders } from "./mail-headers.ts";
import type { MailRefusal, MailTransport } from "./mail-transport.ts";

/** Sends through the mail server of SMTP_URL, over a few kept connections. */
export function smtpTransport(smtpUrl: string): MailTransport {
  const pool = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    maxMessages: 200,
    // TLS is used wherever the server offers it; a password never travels without.
    requireTLS: carriesPasswordAbroad(new URL(smtpUrl)),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        const info = await pool.sendMail(wireMail(mail));
        const refused = info.rejectedErrors?.find((error) => error.recipient === mail.to.address);
        if (refused) return refuse(refusal(refused));
        const leftOut = info.rejected?.length ? ` (not taken for ${info.rejected.join(", ")})` : "";
        return accept({ answer: `${info.response ?? "taken"}${leftOut}`.slice(0, 500) });
      } catch (error) {
        return refuse(refusal(error as NodemailerError));
      }
    },
    async close() {
      pool.close();
    },
  };
}

function carriesPasswordAbroad(url: URL): boolean {
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "smtp:" && url.password !== "" && !isLoopback;
}

function wireMail(mail: OutgoingMail) {
  return {
    messageId: mail.messageId,
    date: mail.date,
    from: mail.from,
    to: wirePerson(mail.to),
    cc: mail.cc.map(wirePerson),
    ...(mail.replyTo && { replyTo: wirePerson(mail.replyTo) }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: extraHeaders(mail),
    attachments: mail.pictures.map(({ contentId, mediaType, content }) => ({
      cid: contentId,
      content,
      contentType: mediaType,
      contentDisposition: "inline" as const,
      filename: false as const,
    })),
  };
}

function wirePerson(person: MailPerson): { name: string; address: string } {
  return { name: person.name ?? "", address: person.address };
}

/** Answers 5xx to this sender, these recipients or this text are final; trouble with the connection or our password is not. */
function refusal(error: NodemailerError): MailRefusal {
  const reason = (error.response ?? error.message).slice(0, 500);
  const isAboutThisMail = error.code === "EENVELOPE" || error.code === "EMESSAGE";
  // 530 asks for a password or TLS: the operator mends that, the mail is not to blame.
  const isFinal = isAboutThisMail && error.permanent !== false && error.responseCode !== 530;
  return { code: isFinal ? "refused-for-good" : "refused-for-now", reason };
}
