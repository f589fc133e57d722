import { describe, expect, it } from "vitest";
import { languages } from "../../foundation/language.ts";
import { type InvitationMessageInput, invitationMessage } from "./invitation-message.ts";

const redeemUrl = "https://guests.contoso.example/redeem/3fQk2vXxk1m9w8q7z6y5x4w3v2u1t0s9aBcDeFgHiJk";

function write(changes: Partial<InvitationMessageInput> = {}) {
  return invitationMessage({
    language: "en",
    inviterName: "Ana Lund",
    inviterEmail: "ana@contoso.example",
    organisationName: "Contoso",
    organisationDomain: "contoso.example",
    brand: {},
    applicationName: "Tender Room",
    redirectUrl: "https://tender.contoso.example/start?from=mail",
    messageBody: "The documents are ready.",
    redeemUrl,
    expiresAt: new Date("2027-02-21T14:32:00Z"),
    recipientName: "Bert Maier",
    contactEmail: "help@contoso.example",
    ...changes,
  });
}

/** What a reader sees of the HTML part, one blank between words. */
function visible(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>|<!--[\s\S]*?-->/g, " ")
    .replace(/<br \/>/g, " ")
    .replace(/<\/(td|div|h1)>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
    .replace(/[ \n]+/g, " ");
}

describe.each(languages)("the invitation in %s", (language) => {
  const message = write({ language });

  it("says who invites, to what, their words, the link, until when, and whom to ask: in this order, in both parts", () => {
    const order = [
      "Ana Lund",
      "Tender Room",
      "ana@contoso.example",
      "The documents are ready.",
      redeemUrl,
      "tender.contoso.example",
      "2027",
      ":32",
      "help@contoso.example",
      "guests.contoso.example",
    ];
    for (const part of [visible(message.html), message.text]) {
      let position = 0;
      for (const expected of order) {
        const found = part.indexOf(expected, position);
        expect(found, `${expected} after position ${position} in: ${part}`).toBeGreaterThanOrEqual(0);
        position = found + expected.length;
      }
    }
  });

  it("shows the link once as text and once as a button", () => {
    expect(message.text.split(redeemUrl)).toHaveLength(2);
    expect(visible(message.html).split(redeemUrl)).toHaveLength(2);
    expect(message.html.split(`href="${redeemUrl}"`)).toHaveLength(3);
  });

  it("has person and destination early in its subject and keeps it to 60 characters, however long the names", () => {
    expect(message.subject).toMatch(/^.{0,10}Ana Lund.*Tender Room/);
    const long = write({
      language,
      inviterName: "Maximiliane Hohenstein-Wittgenstein zu Sayn und Berleburg",
      applicationName: "Procurement and Tender Documents of the Northern Region",
    });
    expect([...long.subject].length).toBeLessThanOrEqual(60);
    expect(long.subject).toMatch(/^.{0,10}Maximiliane.*….*Procurement.*…/);
  });

  it("is small and needs nothing from elsewhere", () => {
    expect(Buffer.byteLength(message.html)).toBeLessThan(40_000);
    expect(message.html).not.toMatch(/<img|<link|@import|url\(|src=/);
    expect(message.html).toContain(`lang="${language}"`);
  });

  it("speaks for the organisation when a program invites, and says so when there is no end", () => {
    const automatic = write({
      language,
      inviterName: "Contoso",
      inviterEmail: undefined,
      expiresAt: undefined,
      contactEmail: undefined,
    });
    expect(automatic.subject).toMatch(/^.{0,10}Contoso/);
    expect(automatic.text).not.toContain("ana@contoso.example");
    expect(automatic.text).not.toContain("2027");
    const bare = write({ language, inviterName: "Contoso", applicationName: undefined });
    expect(bare.subject.split("Contoso")).toHaveLength(2);
  });
});

describe("the invitation in Arabic", () => {
  const message = write({ language: "ar-EG" });

  it("is written from the right, also by programs that know only the style", () => {
    expect(message.html).toMatch(/<html[^>]* lang="ar" dir="rtl"/);
    expect(message.html).not.toMatch(/direction:ltr|text-align:left|align="left"|border-left:4px/);
    expect(message.html).toContain("direction:rtl");
    expect(message.html).toContain(`href="${redeemUrl}" dir="ltr"`);
  });

  it("keeps Latin names in their order, and begins its lines with an Arabic word", () => {
    expect(message.subject).toBe("دعوة من \u2068Ana Lund\u2069 إلى \u2068Tender Room\u2069");
    expect(message.text).toContain("\u2068ana@contoso.example\u2069");
    expect(write({ language: "ar", inviterName: "ليلى حداد" }).subject).toContain("دعوة من ليلى حداد إلى");
  });
});

describe("the invitation", () => {
  it("shows everything a person typed as text", () => {
    const evil = `<script>alert("1")</script>&amp;<a href='x'>`;
    const message = write({
      inviterName: evil,
      organisationName: evil,
      applicationName: evil,
      recipientName: evil,
      messageBody: `${evil}\n<b>bold</b>`,
    });
    expect(message.html).not.toContain("<script");
    expect(message.html).not.toContain("<a href='x'");
    expect(message.html).not.toContain("<b>bold");
    expect(visible(message.html)).toContain(`${evil} <b>bold</b>`);
    expect(message.text).toContain(`> ${evil}\n> <b>bold</b>`);
  });

  it("escapes what could end an attribute in a link", () => {
    const message = write({ redeemUrl: `https://guests.contoso.example/r?a=1&b="><img src=x>` });
    expect(message.html).not.toContain("<img");
    expect(message.html).toContain("a=1&#38;b=&#34;&#62;&#60;img src=x&#62;");
  });

  it("does not let a typed name fill places of the frame", () => {
    const message = write({ messageBody: "see [[url]] and [[sentence]] $& $1", inviterName: "[[url]]" });
    expect(visible(message.html)).toContain("see [[url]] and [[sentence]] $& $1");
    expect(message.subject).toContain("[[url]]");
  });

  it("keeps line breaks and control characters out of subject and sender", () => {
    const message = write({
      inviterName: "Ana\r\nBcc: victim@contoso.example",
      organisationName: "Contoso\u0000\nX: 1",
      applicationName: "Tender\u2028Room",
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(message.subject + message.fromName).not.toMatch(/[\u0000-\u001f\u007f\u2028\u2029]/);
    expect(message.subject).toBe("Ana Bcc: victim@contoso.example invites you to Tender Room");
  });

  it("keeps the writing direction of names to themselves", () => {
    const message = write({
      inviterName: "דנה כהן",
      applicationName: "evil\u202Etxt.exe",
      messageBody: "\u202Eabc",
    });
    expect(message.text).not.toMatch(/[\u202a-\u202e]/);
    expect(message.html).not.toMatch(/[\u202a-\u202e]/);
    expect(message.text).toContain("\u2068דנה כהן\u2069");
    expect(message.html).toContain("<bdi>דנה כהן</bdi>");
    expect(message.subject.length).toBeLessThanOrEqual(60);
  });

  it("keeps the paragraphs of the message and marks each line as theirs", () => {
    const message = write({ messageBody: "One\r\n\r\n\r\n\r\nTwo\rThree\n" });
    expect(message.text).toContain("Ana Lund writes:\n> One\n>\n> Two\n> Three\n\n");
    expect(message.html).toContain("One<br /><br />Two<br />Three");
  });

  it("leaves out the quotation when nothing was written", () => {
    const message = write({ messageBody: "  \n " });
    expect(message.text).not.toContain("writes");
    expect(message.html).not.toContain('class="quotation"');
  });

  it("asks the inviter when the organisation names no contact, and nobody when there is no address", () => {
    expect(write({ contactEmail: undefined }).text).toContain("ask ana@contoso.example first");
    expect(write({ contactEmail: undefined, inviterEmail: undefined }).text).not.toContain(
      "If you are unsure",
    );
  });

  it("gives the end in the asked zone, and in UTC when the zone is unknown", () => {
    expect(write({ timeZone: "Europe/Berlin", language: "de" }).text).toContain(
      "21. Februar 2027 um 15:32 MEZ",
    );
    expect(write({ timeZone: "Mars/Olympus", language: "de" }).text).toContain(
      "21. Februar 2027 um 14:32 UTC",
    );
  });

  it("falls back to English for a language it does not speak", () => {
    expect(write({ language: "tlh" }).text).toContain("invites you to use Tender Room");
    expect(write({ language: "de-AT" }).language).toBe("de");
  });

  it("costs less than a millisecond", () => {
    for (let count = 0; count < 200; count += 1) write();
    // The best of many turns: a busy machine holds up some of them.
    const turns = Array.from({ length: 50 }, () => {
      const start = performance.now();
      for (let count = 0; count < 10; count += 1) write({ recipientName: `Person ${count}` });
      return (performance.now() - start) / 10;
    });
    expect(Math.min(...turns)).toBeLessThan(1);
  });
});
