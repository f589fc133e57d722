import { describe, expect, it } from "vitest";
import { settingsFromForm } from "../settings-form.ts";
import { authorizationParameters } from "./authorization-parameters.ts";

const secrets = { state: "flow:1", nonce: "n", challenge: "c" };
function parameters(fields: Record<string, string>) {
  const settings = settingsFromForm(fields);
  const { flow } = settings;
  if (flow === "client-credentials" || flow === "refresh") throw new Error("no such request");
  return authorizationParameters(settings, flow, "app", "https://g.example/tester", secrets);
}
const sentValue = (fields: Record<string, string>, name: string) =>
  parameters(fields).find(([other]) => other === name)?.[1];

describe("authorizationParameters", () => {
  it("asks for an ID token by form post unless told otherwise, as such testers do", () => {
    expect(parameters({})).toEqual([
      ["client_id", "app"],
      ["response_type", "id_token"],
      ["redirect_uri", "https://g.example/tester"],
      ["response_mode", "form_post"],
      ["scope", "openid profile email"],
      ["state", "flow:1"],
      ["nonce", "n"],
    ]);
  });

  it("sends a challenge only with a code", () => {
    expect(sentValue({ flow: "code", pkce: "true" }, "code_challenge")).toBe("c");
    expect(sentValue({ flow: "hybrid", pkce: "true" }, "code_challenge_method")).toBe("S256");
    expect(sentValue({ flow: "code" }, "code_challenge")).toBeUndefined();
    expect(sentValue({ flow: "id-token", pkce: "true" }, "code_challenge")).toBeUndefined();
  });

  it("lets additional parameters replace and add, one a line or joined", () => {
    const more = 'prompt=login\n max_age = 0 &nonce=a%20b&claims={"id_token":{}}\n&&=lost\nbad=%E0%A4%A';
    const sent = parameters({ flow: "code", prompt: "consent", more });
    expect(
      sent.filter(([name]) => ["prompt", "nonce", "max_age", "claims", "bad", ""].includes(name)),
    ).toEqual([
      ["prompt", "login"],
      ["max_age", "0"],
      ["nonce", "a b"],
      ["claims", '{"id_token":{}}'],
      ["bad", "%E0%A4%A"],
    ]);
  });
});
