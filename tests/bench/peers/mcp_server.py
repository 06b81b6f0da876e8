"""The MCP Python SDK's own server over stdio, as its documentation begins it; it answers MCP's `ping`."""

from mcp.server import MCPServer

if __name__ == "__main__":
    MCPServer("peer").run()
