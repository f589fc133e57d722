import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { isOwnIssuer } from "../../../directory/rules/external-identity.ts";
import type { ConnectorRefusal, PreparedProvider, TypedProvider } from "../../connector.ts";
import {
  type AssertionSettings,
  type ReadMetadata,
  typedAssertionSettings,
} from "./assertion-provider-settings.ts";
import { fetchMetadata } from "./fetch-metadata.ts";

/** Reads what an administrator said; where a metadata address is given, what stands there counts. */
export async function prepareProvider(
  machine: Machine,
  typed: TypedProvider,
  readMetadata: ReadMetadata,
): Promise<Result<PreparedProvider, ConnectorRefusal>> {
  const found = await findSettings(machine, typed, readMetadata);
  if (!found.ok) return found;
  const { issuer, signInUrl } = found.value;
  if (isOwnIssuer(issuer)) return wrong(`No provider outside can call itself ${issuer}.`);
  return accept({ issuer, settings: { ...found.value }, signInUrl });
}

async function findSettings(
  machine: Machine,
  typed: TypedProvider,
  readMetadata: ReadMetadata,
): Promise<Result<AssertionSettings, ConnectorRefusal>> {
  const read = typedAssertionSettings.safeParse(typed.settings);
  if (!read.success) {
    const [issue] = read.error.issues;
    return wrong(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
  }
  const { metadataUrl, issuer, signInUrl, certificates } = read.data;
  if (metadataUrl) {
    const published = await fetchMetadata(machine, metadataUrl, readMetadata);
    if (!published.ok) return published;
    if (issuer && issuer !== published.value.issuer)
      return wrong(`issuer: the metadata is of ${published.value.issuer}, not of ${issuer}`);
    return accept({ metadataUrl, ...published.value });
  }
  if (!(issuer && signInUrl && certificates))
    return wrong("either metadataUrl, or issuer, signInUrl and certificates are needed");
  return accept({ issuer, signInUrl, certificates });
}

function wrong(detail: string) {
  return refuse({ code: "settings-wrong", check: "settings", detail } as const);
}
