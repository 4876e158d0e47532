package org.salesconsultant.knowledge;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.salesconsultant.sales.Language;

/**
 * A program that refuses and records every connection this JVM tries to open by a socket, whatever proxy is set or bypassed,
 * then does one thing with the sentence models, and ends with exit code 0 only if nothing was tried.
 *
 * <p>Arguments: what to do ({@code embed}: both languages through our embedder; {@code tokenizer}: the tokenizer library
 * alone, with its own defaults) and an empty folder for its cache.
 */
public final class NoOutgoingConnections {
    private static final List<String> ATTEMPTS = new CopyOnWriteArrayList<>();

    private NoOutgoingConnections() {}

    @SuppressWarnings("deprecation")
    public static void main(String[] arguments) throws IOException {
        Socket.setSocketImplFactory(Refusing::new);
        var cache = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "embed" -> {
                var embedder = new MiniLmEmbedder(cache);
                embedder.warmUp();
                System.out.println("english " + embedder.embed(Language.ENGLISH, List.of("returns")).getFirst().length);
                System.out.println("chinese " + embedder.embed(Language.CHINESE, List.of("退货")).getFirst().length);
            }
            case "tokenizer" -> {
                System.setProperty("ENGINE_CACHE_DIR", cache.toString());
                try (var json = NoOutgoingConnections.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json");
                     var tokenizer = ai.djl.huggingface.tokenizers.HuggingFaceTokenizer.newInstance(json, java.util.Map.of())) {
                    System.out.println("tokens " + tokenizer.encode("returns").getIds().length);
                }
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        ATTEMPTS.forEach(attempt -> System.out.println("tried to reach " + attempt));
        System.exit(ATTEMPTS.isEmpty() ? 0 : 1);
    }

    private static final class Refusing extends SocketImpl {
        private static ConnectException refuse(Object address) {
            ATTEMPTS.add(String.valueOf(address));
            return new ConnectException("connections are refused in this test");
        }

        @Override
        protected void connect(String host, int port) throws IOException {
            throw refuse(host + ":" + port);
        }

        @Override
        protected void connect(InetAddress address, int port) throws IOException {
            throw refuse(new InetSocketAddress(address, port));
        }

        @Override
        protected void connect(SocketAddress address, int timeout) throws IOException {
            throw refuse(address);
        }

        @Override
        protected void create(boolean stream) {
            fd = new FileDescriptor();
        }

        @Override
        protected void close() {}

        @Override
        public void setOption(int option, Object value) {}

        @Override
        public Object getOption(int option) {
            return 0;
        }

        @Override
        protected void bind(InetAddress host, int port) {}

        @Override
        protected void listen(int backlog) throws IOException {
            throw new IOException("not a server");
        }

        @Override
        protected void accept(SocketImpl socket) throws IOException {
            throw new IOException("not a server");
        }

        @Override
        protected InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        protected OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        protected int available() {
            return 0;
        }

        @Override
        protected void sendUrgentData(int data) {}
    }
}
