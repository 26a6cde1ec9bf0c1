import { describe, expect, test } from "vitest";
import { EmailAddress } from "./email-address.ts";

describe("an e-mail address", () => {
  test.each([
    [" Ruth.Calloway@Example.org ", "ruth.calloway@example.org"],
    ["r+board@oxford.gov.uk", "r+board@oxford.gov.uk"],
  ])("%j is one address", (written, address) => {
    expect(EmailAddress.parse(written)).toBe(address);
  });

  test.each([
    "",
    "ruth",
    "ruth@example",
    "ruth@example.org,eve@example.com",
    "ruth@example.org;eve@example.com",
    "ruth@example.org eve@example.com",
    "Ruth <ruth@example.org>",
    '"ruth@example.org,"@example.com',
    "ruth@example.org\neve@example.com",
    "ruth@example.org\u0000",
    "ruth@[127.0.0.1]",
    "ruth\u212a@example.org", // the Kelvin sign, which would be lowered to a k
    `${"r".repeat(250)}@example.org`,
  ])("%j is not one address", (written) => {
    expect(EmailAddress.safeParse(written).success).toBe(false);
  });
});
