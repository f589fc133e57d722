import { describe, expect, it } from "vitest";
import { profileOfFacebook, profileOfGithub } from "./profiles.ts";

describe("a profile at GitHub", () => {
  const user = { id: 583231, login: "octocat", name: "Vera" };

  it("is known by its number, and tells of each address whether it is verified, the primary first", () => {
    const emails = [
      { email: "old@partner.example", verified: false, primary: false },
      { email: "vera@partner.example", verified: true, primary: true },
    ];
    expect(profileOfGithub({ user, emails })).toEqual({
      subject: "583231",
      addresses: [
        { address: "vera@partner.example", isVerified: true },
        { address: "old@partner.example", isVerified: false },
      ],
      displayName: "Vera",
    });
  });

  it.each([[undefined], [{}], [{ id: "583231" }], [{ id: 0 }], [{ id: 1.5 }], ["text"], [null]])(
    "names nobody by %j",
    (broken) => expect(profileOfGithub({ user: broken, emails: [] }).subject).toBeUndefined(),
  );

  it("takes nothing but true for verified", () => {
    for (const verified of ["true", 1, null, undefined])
      expect(profileOfGithub({ user, emails: [{ email: "a@b.example", verified }] }).addresses).toEqual([
        { address: "a@b.example", isVerified: false },
      ]);
  });

  it("has no address when none can be read", () => {
    for (const emails of [undefined, {}, "text", [null], [{ email: 1 }]])
      expect(profileOfGithub({ user, emails }).addresses).toEqual([]);
  });
});

it("a profile at Facebook never counts as a verified address", () => {
  const me = {
    id: "10158",
    name: "Vera",
    email: "vera@partner.example",
    verified: true,
    email_verified: true,
  };
  expect(profileOfFacebook({ me })).toEqual({
    subject: "10158",
    addresses: [{ address: "vera@partner.example", isVerified: false }],
    displayName: "Vera",
  });
});
