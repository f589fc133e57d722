import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, Option } from "commander";
import { listAcceptances, listAgreements } from "../../domain/agreements/find-agreements.ts";
import { largestDocumentBytes } from "../../domain/agreements/rules/agreement.ts";
import { addAgreement, type SaveAgreementRefusal } from "../../domain/agreements/save-agreement.ts";
import type { Circumstances } from "../../domain/audit/circumstances.ts";
import { nobody } from "../../domain/conditional-access/rules/conditional-access-policy.ts";
import { addPolicy } from "../../domain/conditional-access/save-policy.ts";
import type { AgreementId, TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { print, printJson, printTable } from "./print.ts";

interface TermsOptions {
  readonly tenant: string | undefined;
  readonly json: boolean;
}

interface NewTermsOptions extends TermsOptions {
  readonly name: string;
  readonly file: string;
  readonly language: string;
  readonly openFirst: boolean;
  readonly require: "guests" | "everybody" | undefined;
}

/** `guesthouse terms …` */
export function addTermsCommand(program: Command, port: CommandPort): void {
  const terms = program.command("terms").description("look after the terms of use that people accept");
  terms
    .command("list")
    .description("list the terms of use, and how many have accepted each")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((options: TermsOptions) => list(port, options));
  terms
    .command("add")
    .description("add terms of use; with --require they are asked for from now on")
    .requiredOption("--name <name>", "what people and administrators call them")
    .requiredOption("--file <file>", "the document: a PDF, or plain text in UTF-8")
    .option("--language <tag>", "its language, as en or pt-br", "en")
    .option("--open-first", "have people open it before they can accept it", false)
    .addOption(
      new Option("--require <people>", "who has to accept them before they go on").choices([
        "guests",
        "everybody",
      ]),
    )
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((options: NewTermsOptions) => add(port, options));
}

async function list(port: CommandPort, options: TermsOptions): Promise<void> {
  await port.withMachine(async (machine) => {
    const { tenantId, displayName } = await chooseTenant(machine, options);
    const agreements = await listAgreements(machine.database, tenantId);
    const counted = await Promise.all(
      agreements.map(async ({ agreementId, displayName: name }) => {
        const answers = await listAcceptances(machine.database, { tenantId, agreementId });
        const accepted = answers.filter(({ state }) => state === "accepted");
        return { agreementId, name, accepted: new Set(accepted.map(({ userId }) => userId)).size };
      }),
    );
    if (options.json) printJson(counted);
    else if (counted.length === 0) print(`${displayName} has no terms of use.`);
    else
      printTable(
        counted.map(({ name, accepted, agreementId }) => [name, `accepted by ${accepted}`, agreementId]),
      );
  });
}

async function add(port: CommandPort, options: NewTermsOptions): Promise<void> {
  const { name, file, language } = options;
  const content = await readFile(file).catch(() => {
    throw new CommandRefused(`${file} cannot be read (--file).`);
  });
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { tenantId } = tenant;
    const circumstances = await actingPerson(machine, tenant, undefined);
    const added = await addAgreement(machine, circumstances, {
      ...{ tenantId, displayName: name, mustBeRead: options.openFirst },
      ...{ acceptAgainAfter: undefined, expiration: undefined },
      documents: [
        {
          ...{ language: language.toLowerCase(), isDefault: true, content },
          ...{ fileName: basename(file), displayName: name },
        },
      ],
    });
    if (!added.ok) throw new CommandRefused(reasons[added.refusal.code]);
    const { agreementId } = added.value;
    if (options.require)
      await demand(machine, circumstances, { tenantId, agreementId, name, who: options.require });
    if (options.json) printJson({ agreementId });
    else if (options.require)
      print(`${name} is there. Before they go on, ${peopleCalled[options.require]} accept it.`);
    else print(`${name} is there (${agreementId}). Nobody is asked for it before a policy says so.`);
  });
}

const peopleCalled = { guests: "guests of the organisation", everybody: "all its people" } as const;

async function demand(
  machine: Machine,
  circumstances: Circumstances,
  asked: { tenantId: TenantId; agreementId: AgreementId; name: string; who: "guests" | "everybody" },
): Promise<void> {
  const { tenantId, agreementId, name, who } = asked;
  const people = who === "guests" ? { isEveryOutsider: true } : { isEverybody: true };
  const demanded = await addPolicy(machine, circumstances, {
    ...{ tenantId, displayName: `${name} (${who})`, state: "on" },
    conditions: {
      ...{ includedPeople: { ...nobody, ...people }, excludedPeople: nobody },
      ...{ includedApplications: "all", excludedApplications: [], places: undefined },
    },
    controls: { operator: "and", blocks: false, secondFactor: false, agreementIds: [agreementId] },
  });
  if (!demanded.ok)
    throw new CommandRefused(`${name} is there, but nobody is asked for it: ${demanded.refusal.code}.`);
}

const reasons: Readonly<Record<SaveAgreementRefusal["code"], string>> = {
  "too-many-agreements": "There are as many terms of use as there may be. Delete some over Graph first.",
  "too-many-languages": "There are documents in as many languages as there may be.",
  "agreement-not-found": "The terms of use are gone.",
  "default-document-missing": "The terms need a document.",
  "language-twice": "There is one document for each language.",
  "document-too-large": `The document has at most ${largestDocumentBytes / 1024} KB (--file). Save the PDF with smaller pictures.`,
  "document-unreadable": "The document is a PDF, or plain text in UTF-8 (--file).",
};
