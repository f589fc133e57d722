import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { ConnectorRefusal, PreparedProvider, TypedProvider } from "../../connector.ts";
import { prepareProvider } from "../signed-assertions/prepare-provider.ts";
import { readMetadata } from "./read-metadata.ts";
import { typedSamlOptions } from "./saml-options.ts";

/** Reads what an administrator said; what they did not say of requests is as the metadata wants it. */
export async function prepareSamlProvider(
  machine: Machine,
  typed: TypedProvider,
): Promise<Result<PreparedProvider, ConnectorRefusal>> {
  const read = typedSamlOptions.safeParse(typed.settings);
  if (!read.success) {
    const [issue] = read.error.issues;
    const detail = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
    return refuse({ code: "settings-wrong", check: "settings", detail });
  }
  const { requestBinding, signRequests, ...settings } = typed.settings;
  const { requestBinding: binding, signRequests: signs } = read.data;
  const prepared = await prepareProvider(machine, { ...typed, settings }, (text) =>
    readMetadata(text, binding ?? undefined),
  );
  if (!prepared.ok) return prepared;
  const said = { ...(binding && { requestBinding: binding }), ...(signs != null && { signRequests: signs }) };
  return accept({ ...prepared.value, settings: { ...prepared.value.settings, ...said } });
}
