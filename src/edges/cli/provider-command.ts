import { Argument, type Command, Option } from "commander";
import { addIdentityProvider } from "../../domain/federation/add-identity-provider.ts";
import { assertionConsumerUrl } from "../../domain/federation/connectors/saml/own-entity.ts";
import { ownEntityId } from "../../domain/federation/connectors/signed-assertions/own-entity-id.ts";
import { listProviders } from "../../domain/federation/find-provider.ts";
import type { IdentityProvider } from "../../domain/federation/rules/identity-provider.ts";
import { recordToPublish } from "../../domain/federation/rules/may-federate-domain.ts";
import { parseDomainName } from "../../foundation/domain-name.ts";
import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { explainProvider } from "./explain-provider.ts";
import { print, printJson, printTable } from "./print.ts";
import { certificateJson, warningOf } from "./provider-certificates.ts";
import { addProviderRemoveCommand } from "./provider-remove-command.ts";
import { addProviderSwitchCommands } from "./provider-switch-commands.ts";
import { addProviderTestCommand } from "./provider-test-command.ts";
import { type ProviderOptions, readNamedFile, readProviderSettings } from "./read-provider-settings.ts";
import type { SetExitCode } from "./set-exit-code.ts";

const kinds = [
  "openid-connect",
  "entra",
  "google",
  "microsoft",
  "linkedin",
  "apple",
  "facebook",
  "github",
  "saml",
  "ws-federation",
  "guesthouse",
] as const;

interface AddOptions extends ProviderOptions {
  readonly secretFile: string | undefined;
  readonly domain: readonly string[];
  readonly allowUnsolicited: boolean;
  readonly tenant: string | undefined;
  readonly json: boolean;
}

type SharedOptions = Pick<AddOptions, "tenant" | "json">;

/** `guesthouse provider add | list | test | disable | enable | remove` */
export function addProviderCommand(program: Command, port: CommandPort, setExitCode: SetExitCode): void {
  const provider = program
    .command("provider")
    .description("let guests prove themselves by identity providers");
  provider
    .command("add")
    .addArgument(new Argument("<kind>", "what the provider is").choices(kinds))
    .argument("<name>", "what guests see")
    .description("trust an identity provider")
    .option(
      "--client-id <id>",
      "the client registered for us at the provider; saml, ws-federation and guesthouse have none",
    )
    .option("--secret-file <file>", "file with the client's secret")
    .option("--discovery-url <url>", "of openid-connect: the issuer, or its discovery document")
    .option("--directory-id <id>", "of entra: the directory's id")
    .option("--address <url>", "of guesthouse: the partner's Guesthouse, a slash, and its domain there")
    .option("--team-id <id>", "of apple: the team's id; --client-id is the services id")
    .option("--key-id <id>", "of apple: the key's id; --secret-file is its .p8 file")
    .option("--enterprise-url <url>", "of github: the address of a company's own server")
    .option(
      "--metadata-url <url>",
      "of saml, ws-federation: the provider's metadata, which says the three below",
    )
    .option(
      "--entity-id <id>",
      "of saml, ws-federation: the provider's entity id, the issuer of its assertions",
    )
    .option("--sign-in-url <url>", "of saml, ws-federation: where people sign in")
    .option(
      "--certificate <file...>",
      "of saml, ws-federation: file with a signing certificate; can be repeated",
    )
    .addOption(
      new Option("--request-binding <binding>", "of saml: how requests go there").choices([
        "redirect",
        "post",
      ]),
    )
    .option("--sign-requests", "of saml: sign requests, with the certificate in our metadata")
    .option(
      "--allow-unsolicited",
      "of saml, ws-federation: let it sign people in without a request (IdP-initiated)",
      false,
    )
    .option("--domain <domain...>", "whose addresses it may vouch for; can be repeated", [])
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((kind: (typeof kinds)[number], name: string, options: AddOptions) =>
      addProvider(port, kind, name, options),
    );
  addListCommand(provider, port);
  addProviderTestCommand(provider, port, setExitCode);
  addProviderSwitchCommands(provider, port);
  addProviderRemoveCommand(provider, port);
}

function addListCommand(provider: Command, port: CommandPort): void {
  provider
    .command("list")
    .description("list the identity providers")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((options: SharedOptions) => showProviders(port, options));
}

async function addProvider(
  port: CommandPort,
  kind: (typeof kinds)[number],
  displayName: string,
  options: AddOptions,
): Promise<void> {
  if (options.allowUnsolicited && kind !== "saml" && kind !== "ws-federation")
    throw new CommandRefused(`A provider of the kind ${kind} answers requests only (--allow-unsolicited).`);
  const settings = await readProviderSettings(kind, options);
  const { secretFile } = options;
  const secret = secretFile === undefined ? undefined : await readNamedFile(secretFile, "--secret-file");
  const domains = options.domain.map((text) => {
    const domain = parseDomainName(text);
    if (domain === undefined) throw new CommandRefused(`${text} is no domain name (--domain).`);
    return domain;
  });
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const circumstances = await actingPerson(machine, tenant, undefined);
    const input = {
      tenantId: tenant.tenantId,
      kind,
      displayName,
      settings,
      secret,
      domains,
      acceptsUnsolicited: options.allowUnsolicited,
    };
    const added = await addIdentityProvider(machine, circumstances, input);
    if (!added.ok) throw new CommandRefused(explainProvider(added.refusal));
    const ours = ownSide(machine, added.value);
    if (options.json)
      printJson({
        ...asJson(added.value),
        ...Object.fromEntries(ours.map(({ key, value }) => [key, value])),
      });
    else {
      const unproved = unprovedDomains(added.value);
      print(`${tenant.displayName} now trusts ${added.value.displayName}\n`);
      printTable(
        [
          ["Id", added.value.providerId],
          ["Issuer", added.value.issuer],
          ["Vouches for", added.value.domains.join(", ") || "-"],
          ...ours.map(({ label, value }) => [label, value]),
          ...(ours.length > 0 ? [["", "to be registered at the provider"]] : []),
        ],
        "  ",
      );
      if (unproved)
        print(
          `\nIt also speaks for ${unproved.domains.join(", ")}, which nothing proves yet. ${unproved.todo}`,
        );
    }
  });
}

async function showProviders(port: CommandPort, options: SharedOptions): Promise<void> {
  await port.withMachine(async (machine) => {
    const { tenantId, displayName } = await chooseTenant(machine, options);
    const providers = await listProviders(machine.database, tenantId);
    const now = machine.clock();
    if (options.json) printJson(providers.map((one) => ({ ...asJson(one), ...certificateJson(one, now) })));
    else if (providers.length === 0) print(`${displayName} trusts no identity provider yet.`);
    else
      printTable(
        providers.map((one) => [
          one.providerId,
          one.displayName,
          one.kind,
          one.issuer,
          one.domains.join(", "),
          one.isEnabled ? warningOf(one, now) : "off",
        ]),
        "",
      );
  });
}

/** What the provider must know of us. */
function ownSide(machine: Machine, { kind, tenantId }: IdentityProvider) {
  const federation = `${machine.configuration.publicUrl}/federation/${tenantId}`;
  if (kind === "ws-federation")
    return [
      { key: "realm", label: "Our realm", value: ownEntityId(machine, tenantId) },
      { key: "replyUrl", label: "Reply URL", value: `${federation}/ws-federation` },
    ];
  // It finds out about us by itself.
  if (kind === "guesthouse") return [];
  if (kind !== "saml")
    return [{ key: "redirectUri", label: "Redirect URI", value: `${federation}/callback` }];
  return [
    { key: "entityId", label: "Our entity id", value: ownEntityId(machine, tenantId) },
    { key: "assertionConsumerUrl", label: "Reply URL (ACS)", value: assertionConsumerUrl(machine, tenantId) },
    { key: "metadataUrl", label: "Our metadata", value: `${federation}/saml/metadata` },
  ];
}

/** Domains that a partner on another deployment says to speak for, without anything that proves it. */
function unprovedDomains({ settings, issuer, domains }: IdentityProvider) {
  const published = (settings["publishedDomains"] ?? []) as readonly string[];
  const missing = published.filter((name) => !domains.some((domain) => domain === name));
  const record = recordToPublish(issuer.replace(/\/partner$/, ""));
  return missing.length === 0
    ? undefined
    : { domains: missing, todo: `Their owner publishes this TXT record for each:\n  ${record}` };
}

function asJson({ providerId, kind, displayName, issuer, domains, isEnabled }: IdentityProvider): object {
  return { id: providerId, kind, displayName, issuer, domains, isEnabled };
}
