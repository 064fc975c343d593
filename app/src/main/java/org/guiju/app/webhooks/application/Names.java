package org.guiju.app.webhooks.application;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// 域名解析: asked once an attempt; what it answers is checked and connected to, and nobody asks again.
@FunctionalInterface
interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
}
