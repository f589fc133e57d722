import { describe, expect, it } from "vitest";
import { attributeOfProperty, type ConnectorQuestion, connectorRequest } from "./connector-request.ts";

const hobby = "extension_d09380e2b4c642b9a203fb816a04a7ad_Hobby";
const question: ConnectorQuestion = {
  step: "before-creation",
  email: "john@fabrikam.example",
  identity: { issuer: "facebook.com", subject: "0123456789" },
  values: {
    DisplayName: "John Smith",
    Surname: "Smith",
    City: "",
    PostalCode: "12345",
    [hobby]: ["chess", "go"],
  },
  languageTag: "en-US",
  applicationId: "9f1c6a0e-6f0a-4f3e-9a44-0f5c6a9d1f00",
};

describe("the question to an organisation's API", () => {
  it("names what is known as Graph does, and leaves out what is not", () => {
    expect(connectorRequest(question)).toEqual({
      step: "PostAttributeCollection",
      client_id: "9f1c6a0e-6f0a-4f3e-9a44-0f5c6a9d1f00",
      ui_locales: "en-US",
      email: "john@fabrikam.example",
      identities: [{ signInType: "federated", issuer: "facebook.com", issuerAssignedId: "0123456789" }],
      displayName: "John Smith",
      surname: "Smith",
      postalCode: "12345",
      [hobby]: ["chess", "go"],
    });
  });

  it("calls the family name both ways in the first step, and has no identities for members of an organisation", () => {
    const first = connectorRequest({ ...question, step: "after-proof", identity: undefined });
    expect(first).toMatchObject({ step: "PostFederationSignup", surname: "Smith", lastName: "Smith" });
    expect(first).not.toHaveProperty("identities");
  });

  it("understands names in answers, with and without the client id", () => {
    const attributes = ["City", "PostalCode", hobby];
    expect(attributeOfProperty("postalCode", attributes)).toBe("PostalCode");
    expect(attributeOfProperty(hobby, attributes)).toBe(hobby);
    expect(attributeOfProperty("extension_Hobby", attributes)).toBe(hobby);
    expect(attributeOfProperty("extension_hobby", attributes)).toBe(hobby);
    for (const name of ["Hobby", "extension_", "extension_Other", "jobTitle", "__proto__"])
      expect(attributeOfProperty(name, attributes)).toBeUndefined();
  });
});
