import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { OutgoingMail } from "./mail-content.ts";
import type { MailTransport } from "./mail-transport.ts";
import { smtpTransport } from "./smtp-transport.ts";

const mail: OutgoingMail = {
  mailId: "1",
  messageId: "<1@contoso.example>",
  from: { name: "Contoso via Guesthouse", address: "guests@contoso.example" },
  fromName: "Contoso via Guesthouse",
  to: { address: "bert@fabrikam.example" },
  cc: [],
  replyTo: undefined,
  date: new Date("2026-03-01T10:00:00Z"),
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  language: "en",
  pictures: [],
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function startServer(options: SMTPServerOptions, host = "127.0.0.1"): Promise<number> {
  const server = new SMTPServer({
    onData: (stream, _, callback) => stream.resume().on("end", callback),
    ...options,
  });
  server.on("error", () => undefined);
  const listening = server.listen(0, host);
  await once(listening, "listening");
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return (listening.address() as AddressInfo).port;
}

function transportTo(url: string): MailTransport {
  const transport = smtpTransport(url);
  closing.unshift(() => transport.close());
  return transport;
}

const authenticating: SMTPServerOptions = {
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth({ username, password }, _session, callback) {
    if (username === "guest house" && password === "s3cret/pass") callback(null, { user: "guesthouse" });
    else callback(Object.assign(new Error("wrong user or password"), { responseCode: 535 }));
  },
};

describe("sending by SMTP", () => {
  it("signs in with user and password of the address", async () => {
    const port = await startServer(authenticating);
    const sent = await transportTo(`smtp://guest%20house:s3cret%2Fpass@127.0.0.1:${port}`).send(mail);
    expect(sent).toMatchObject({ ok: true, value: { answer: expect.stringMatching(/^250/) } });
  });

  it("blames a wrong password on the settings, not on the mail, and does not repeat it", async () => {
    const port = await startServer(authenticating);
    const sent = await transportTo(`smtp://guest:wr0ng-pass@127.0.0.1:${port}`).send(mail);
    expect(sent).toMatchObject({ ok: false, refusal: { code: "refused-for-now" } });
    expect(JSON.stringify(sent)).not.toContain("wr0ng-pass");
  });

  // Other operating systems know no second loopback address; here it stands for a machine elsewhere.
  it.runIf(process.platform === "linux")(
    "gives no password to a server elsewhere that offers no TLS",
    async () => {
      let asked = 0;
      const port = await startServer(
        {
          ...authenticating,
          onAuth: () => {
            asked += 1;
          },
        },
        "127.0.0.2",
      );
      const sent = await transportTo(`smtp://guesthouse:s3cret@127.0.0.2:${port}`).send(mail);
      expect(sent).toMatchObject({ ok: false, refusal: { code: "refused-for-now" } });
      expect(asked).toBe(0);
    },
  );

  it("tries again later when the server is away", async () => {
    const port = await startServer({});
    await closing.shift()?.();
    const sent = await transportTo(`smtp://127.0.0.1:${port}`).send(mail);
    expect(sent).toMatchObject({ ok: false, refusal: { code: "refused-for-now" } });
  });

  it("tries again later when the server wants a password that is not there", async () => {
    const port = await startServer({ ...authenticating, authOptional: false });
    const sent = await transportTo(`smtp://127.0.0.1:${port}`).send(mail);
    expect(sent).toMatchObject({ ok: false, refusal: { code: "refused-for-now" } });
  });

  it("gives up on a text that the server will never take", async () => {
    const port = await startServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, _, callback) =>
        stream
          .resume()
          .on("end", () => callback(Object.assign(new Error("looks like spam"), { responseCode: 554 }))),
    });
    const sent = await transportTo(`smtp://127.0.0.1:${port}`).send(mail);
    expect(sent).toMatchObject({
      ok: false,
      refusal: { code: "refused-for-good", reason: expect.stringContaining("looks like spam") },
    });
  });

  it("does not speak to a server whose certificate nobody vouches for", async () => {
    const port = await startServer({ authOptional: true });
    const sent = await transportTo(`smtp://127.0.0.1:${port}`).send(mail);
    expect(sent).toMatchObject({ ok: false, refusal: { code: "refused-for-now" } });
  });
});
