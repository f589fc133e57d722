import { TLSSocket } from "node:tls";
import { guardedConnector } from "./guarded-connector.ts";
import { mayConnect } from "./may-connect.ts";
import { OutboundFailure } from "./outbound-failure.ts";
import type { OutboundPolicy } from "./outbound-policy.ts";

/** The certificate that a server showed. */
export interface MetCertificate {
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly issuer: string;
}

/**
 * Opens a connection to the host of an address within the policy and closes it again; nothing is asked. Undefined for a
 * server that speaks without TLS. Throws OutboundFailure.
 */
export async function meetCertificate(
  policy: OutboundPolicy,
  address: string,
): Promise<MetCertificate | undefined> {
  const { hostname, protocol, port, host } = new URL(address);
  const mayReach = (found: string) => mayConnect(found, policy.allowedNetworks);
  const connect = guardedConnector(policy, mayReach);
  return new Promise((resolve, reject) => {
    const target = { hostname: hostname.replace(/^\[|\]$/g, ""), protocol, port, host, servername: hostname };
    connect({ ...target, httpSocket: undefined } as never, (error, socket) => {
      if (error) return reject(failureOf(error, address));
      resolve(socket instanceof TLSSocket ? certificateOf(socket) : undefined);
      socket?.destroy();
    });
  });
}

function certificateOf(socket: TLSSocket): MetCertificate {
  const { valid_from, valid_to, issuer } = socket.getPeerCertificate();
  const name = issuer?.O ?? issuer?.CN ?? "";
  return {
    validFrom: new Date(valid_from),
    validTo: new Date(valid_to),
    issuer: Array.isArray(name) ? name.join(", ") : name,
  };
}

/** Node tells by the code what is wrong with a certificate, or that nobody answered. */
function failureOf(error: Error, address: string): OutboundFailure {
  if (error instanceof OutboundFailure) return error;
  const code = "code" in error ? String(error.code) : "";
  const { host } = new URL(address);
  return /CERT|SIGNATURE|ISSUER|ALTNAME/.test(code)
    ? new OutboundFailure("certificate-refused", `${host}: ${error.message} (${code})`, { cause: error })
    : new OutboundFailure("unreachable", `${host} could not be reached (${code || error.message}).`, {
        cause: error,
      });
}
