CREATE SEQUENCE "number_digest";
CREATE SEQUENCE "number_issue";
CREATE SEQUENCE "number_risk";
