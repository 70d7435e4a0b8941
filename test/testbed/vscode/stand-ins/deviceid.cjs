// Stands in for @vscode/deviceid: nothing that the testbed starts has an identity to send anywhere.
exports.getDeviceId = async () => "";
